package dev.keyrack.contract.catalog;

import dev.keyrack.contract.value.DecimalRule;
import java.math.BigDecimal;

/// A tax or fee on a resource.
///
/// @param amount percent of the price, or an amount in the site's currency, as `kind` says
/// @param included true where the prices shown contain it already
public record Tax(String name, Kind kind, BigDecimal amount, boolean included) {

    /// What the amount is multiplied with.
    public enum Kind {
        PERCENT,
        PER_STAY,
        PER_GRAIN,
        PER_GUEST_AND_GRAIN
    }

    /// @throws IllegalArgumentException if the name is blank or the amount out of range
    public Tax {
        if (name.isBlank() || name.length() > 80) {
            throw new IllegalArgumentException("expected a name of 1 to 80 characters");
        }
        DecimalRule.require("an amount", amount, 0, 100_000, 4);
    }
}
