/// Checks that the tests of both programs share: texts, pictures, threads.
@NullMarked
package dev.keyrack.fx.check;

import org.jspecify.annotations.NullMarked;
