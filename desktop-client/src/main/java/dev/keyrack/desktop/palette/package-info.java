/// One field that finds guests, bookings, rooms, days and actions, for the keyboard alone.
@NullMarked
package dev.keyrack.desktop.palette;

import org.jspecify.annotations.NullMarked;
