/// Planted against the rules: half of a cycle.
@NullMarked
package dev.keyrack.house.planted.one;

import org.jspecify.annotations.NullMarked;
