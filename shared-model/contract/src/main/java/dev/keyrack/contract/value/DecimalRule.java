package dev.keyrack.contract.value;

import java.math.BigDecimal;

/// Keeps decimal figures that come from outside within what is stored and computed with.
public final class DecimalRule {

    private DecimalRule() {}

    /// @param places the most decimal places
    /// @return the figure
    /// @throws IllegalArgumentException if it is out of range or too fine, naming what was expected
    public static BigDecimal require(String name, BigDecimal figure, long least, long most, int places) {
        if (figure.scale() > places
                || figure.compareTo(BigDecimal.valueOf(least)) < 0
                || figure.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new IllegalArgumentException("expected " + name + " from " + least + " to " + most + " with at most "
                    + places + " decimal places");
        }
        return figure;
    }
}
