/// Planted classes that break the rules of the server.
@NullMarked
package dev.keyrack.server.planted;

import org.jspecify.annotations.NullMarked;
