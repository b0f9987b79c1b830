/// What was done at this desk and refused by the server: a person decides each.
@NullMarked
package dev.keyrack.desktop.attention;

import org.jspecify.annotations.NullMarked;
