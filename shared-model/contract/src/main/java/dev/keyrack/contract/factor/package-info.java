/// The second factor of signing in.
@NullMarked
package dev.keyrack.contract.factor;

import org.jspecify.annotations.NullMarked;
