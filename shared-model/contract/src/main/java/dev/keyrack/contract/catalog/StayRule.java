package dev.keyrack.contract.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Restricts what may be sold on the dates it names.
///
/// @param minimumStay fewest grains of a stay that starts on such a date, or null
/// @param maximumStay most grains of a stay that starts on such a date, or null
/// @param closed nothing is sold on such a date; `reason` is shown
/// @param capacity units for sale on such a date instead of the resource's own capacity, or null
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StayRule(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<DayOfWeek> weekdays,
        @Nullable Integer minimumStay,
        @Nullable Integer maximumStay,
        boolean closedToArrival,
        boolean closedToDeparture,
        boolean closed,
        @Nullable Integer capacity,
        @Nullable String reason) {

    /// @throws IllegalArgumentException if a figure is out of range
    public StayRule {
        if ((minimumStay != null && minimumStay < 1) || (maximumStay != null && maximumStay < 1)) {
            throw new IllegalArgumentException("expected a stay of 1 or more");
        }
        if (capacity != null && capacity < 0) {
            throw new IllegalArgumentException("expected a capacity of 0 or more");
        }
        weekdays = Set.copyOf(weekdays);
    }

    public boolean holdsOn(LocalDate date) {
        return (from == null || !date.isBefore(from))
                && (to == null || !date.isAfter(to))
                && (weekdays.isEmpty() || weekdays.contains(date.getDayOfWeek()));
    }
}
