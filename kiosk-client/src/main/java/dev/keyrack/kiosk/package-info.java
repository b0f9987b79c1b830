/// The kiosk program: how it starts, and how its parts are put together.
@NullMarked
package dev.keyrack.kiosk;

import org.jspecify.annotations.NullMarked;
