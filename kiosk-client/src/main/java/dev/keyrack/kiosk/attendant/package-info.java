/// What staff do at the kiosk: set it up, and leave it.
@NullMarked
package dev.keyrack.kiosk.attendant;

import org.jspecify.annotations.NullMarked;
