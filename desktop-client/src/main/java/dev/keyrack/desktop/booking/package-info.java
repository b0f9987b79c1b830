/// One booking beside the board, with its next steps.
@NullMarked
package dev.keyrack.desktop.booking;

import org.jspecify.annotations.NullMarked;
