/// What several screens say of a booking in the same words.
@NullMarked
package dev.keyrack.desktop.wording;

import org.jspecify.annotations.NullMarked;
