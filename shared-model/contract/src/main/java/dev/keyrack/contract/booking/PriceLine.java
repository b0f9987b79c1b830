package dev.keyrack.contract.booking;

import java.math.BigDecimal;

/// One line of what a booking costs.
///
/// @param text what it is for: a night's date, a tax's name
/// @param included true for a tax that is already in the other lines and is not added to the total
public record PriceLine(Kind kind, String text, BigDecimal amount, boolean included) {

    /// What the line stands for.
    public enum Kind {
        GRAIN,
        TAX,
        FEE
    }
}
