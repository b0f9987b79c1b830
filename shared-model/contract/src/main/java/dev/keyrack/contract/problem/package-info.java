/// Refusals, as RFC 9457 problem documents with one closed list of types.
@NullMarked
package dev.keyrack.contract.problem;

import org.jspecify.annotations.NullMarked;
