/// Guests who have a booking already: found, paid, checked in.
@NullMarked
package dev.keyrack.kiosk.arrival;

import org.jspecify.annotations.NullMarked;
