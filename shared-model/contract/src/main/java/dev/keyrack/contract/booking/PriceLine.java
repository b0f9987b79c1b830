package dev.keyrack.contract.booking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// One line of what a booking costs.
///
/// @param text what it is for: a night's date, a tax's name
/// @param included true for a tax that is already in the other lines and is not added to the total
public record PriceLine(Kind kind, String text, BigDecimal amount, boolean included) {

    /// The local date of what is sold, which a line of a tax or a fee has not.
    public Optional<LocalDate> date() {
        return kind == Kind.GRAIN ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    }

    /// What the line stands for.
    public enum Kind {
        GRAIN,
        TAX,
        FEE
    }
}
