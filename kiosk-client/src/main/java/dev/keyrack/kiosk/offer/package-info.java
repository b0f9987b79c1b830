/// The rooms that are free, and the one that a guest looks at.
@NullMarked
package dev.keyrack.kiosk.offer;

import org.jspecify.annotations.NullMarked;
