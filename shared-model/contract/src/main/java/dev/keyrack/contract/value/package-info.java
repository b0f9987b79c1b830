/// Identifiers and ranges that every feature speaks of. Each one refuses a value that is not of its shape.
@NullMarked
package dev.keyrack.contract.value;

import org.jspecify.annotations.NullMarked;
