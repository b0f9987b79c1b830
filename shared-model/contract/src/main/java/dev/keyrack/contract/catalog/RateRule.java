package dev.keyrack.contract.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.value.DecimalRule;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes the price of the grains it names. Prices are set first (the last matching `price` wins), then every
/// matching `percent` is applied in turn.
///
/// @param from first local date it holds for, or null for no beginning
/// @param to last local date it holds for, or null for no end
/// @param weekdays days it holds for; empty for every day
/// @param minimumGrains stays shorter than this many grains are not touched (length-of-stay price)
/// @param price price of one grain, or null
/// @param percent added to the price, such as -10 or 25, or null
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RateRule(
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<DayOfWeek> weekdays,
        int minimumGrains,
        @Nullable BigDecimal price,
        @Nullable BigDecimal percent) {

    /// @throws IllegalArgumentException unless exactly one of price and percent is there, and both are in range
    public RateRule {
        if ((price == null) == (percent == null)) {
            throw new IllegalArgumentException("expected either a price or a percent");
        }
        if (price != null) {
            DecimalRule.require("a price", price, 0, 10_000_000, 3);
        }
        if (percent != null) {
            DecimalRule.require("a percent", percent, -100, 1_000, 4);
        }
        weekdays = Set.copyOf(weekdays);
    }

    public boolean holdsOn(LocalDate date, int grains) {
        return (from == null || !date.isBefore(from))
                && (to == null || !date.isAfter(to))
                && (weekdays.isEmpty() || weekdays.contains(date.getDayOfWeek()))
                && grains >= minimumGrains;
    }
}
