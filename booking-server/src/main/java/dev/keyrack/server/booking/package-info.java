/// Promises to guests, from the first request to check-out or refund.
@NullMarked
package dev.keyrack.server.booking;

import org.jspecify.annotations.NullMarked;
