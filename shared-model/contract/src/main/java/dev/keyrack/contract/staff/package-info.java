/// Who works for a provider.
@NullMarked
package dev.keyrack.contract.staff;

import org.jspecify.annotations.NullMarked;
