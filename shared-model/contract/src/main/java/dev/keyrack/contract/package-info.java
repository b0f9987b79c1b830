/// What the server and its clients agree on: identifiers, wire records and problem types.
@NullMarked
package dev.keyrack.contract;

import org.jspecify.annotations.NullMarked;
