/// Attempts to move money, as clients see them. Only tokens travel, never card numbers.
@NullMarked
package dev.keyrack.contract.payment;

import org.jspecify.annotations.NullMarked;
