/// Whether something is free, at what price, and the holds that keep it for a few minutes.
@NullMarked
package dev.keyrack.contract.availability;

import org.jspecify.annotations.NullMarked;
