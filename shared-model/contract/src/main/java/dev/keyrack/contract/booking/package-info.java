/// Promises to guests and the commands that change them.
@NullMarked
package dev.keyrack.contract.booking;

import org.jspecify.annotations.NullMarked;
