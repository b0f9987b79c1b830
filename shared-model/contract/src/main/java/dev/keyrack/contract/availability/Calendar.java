package dev.keyrack.contract.availability;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.ResourceId;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// A resource's calendar, grain by grain.
public record Calendar(ResourceId resourceId, Grain grain, CurrencyUnit currency, List<Entry> entries) {

    /// One grain.
    ///
    /// @param start date of a night, or the instant at which the step or performance starts
    /// @param end the instant at which a performance ends; null for nights and steps, whose length is known
    /// @param taken held, booked and leased together
    /// @param open whether it can be sold at all; `closedBecause` says why not
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String start,
            @Nullable String end,
            int capacity,
            int taken,
            BigDecimal price,
            boolean open,
            @Nullable String closedBecause) {

        /// A night or a step.
        public Entry(
                String start, int capacity, int taken, BigDecimal price, boolean open, @Nullable String closedBecause) {
            this(start, null, capacity, taken, price, open, closedBecause);
        }
    }
}
