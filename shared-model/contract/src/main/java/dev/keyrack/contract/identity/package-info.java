/// Signing in, and who one is afterwards.
@NullMarked
package dev.keyrack.contract.identity;

import org.jspecify.annotations.NullMarked;
