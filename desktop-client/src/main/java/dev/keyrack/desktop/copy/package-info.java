/// What screens make of the open site's copy.
@NullMarked
package dev.keyrack.desktop.copy;

import org.jspecify.annotations.NullMarked;
