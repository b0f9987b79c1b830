/// All programs at once, driven as people would drive them, for whoever wants to see Keyrack work.
@NullMarked
package dev.keyrack.showcase;

import org.jspecify.annotations.NullMarked;
