/// Changes to a stay as the board makes them: what it would cost, yes or no, and back again.
@NullMarked
package dev.keyrack.desktop.change;

import org.jspecify.annotations.NullMarked;
