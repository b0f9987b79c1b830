/// The kiosk's own keyboard: what each field accepts, and the keys for it.
@NullMarked
package dev.keyrack.kiosk.keyboard;

import org.jspecify.annotations.NullMarked;
