/// A card terminal that is only played: for trying the programs, and for tests.
@NullMarked
package dev.keyrack.terminal;

import org.jspecify.annotations.NullMarked;
