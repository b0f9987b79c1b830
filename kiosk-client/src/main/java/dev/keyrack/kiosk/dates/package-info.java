/// The nights that a guest wants.
@NullMarked
package dev.keyrack.kiosk.dates;

import org.jspecify.annotations.NullMarked;
