/// The planning board: units down, days across, stays as bars.
@NullMarked
package dev.keyrack.desktop.board;

import org.jspecify.annotations.NullMarked;
