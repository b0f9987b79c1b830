/// Guests across their bookings: found as one types, with their stays, and two made one.
@NullMarked
package dev.keyrack.desktop.guest;

import org.jspecify.annotations.NullMarked;
