/// The desktop program: how it starts, and how its parts are put together.
@NullMarked
package dev.keyrack.desktop;

import org.jspecify.annotations.NullMarked;
