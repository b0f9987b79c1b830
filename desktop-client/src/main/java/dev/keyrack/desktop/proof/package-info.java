/// Proving once more who one is, where the server wants that before it does something.
@NullMarked
package dev.keyrack.desktop.proof;

import org.jspecify.annotations.NullMarked;
