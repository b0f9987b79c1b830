package dev.keyrack.desktop.admin.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What holds on one day of a resource's calendar.
///
/// @param price the lowest of the day, or null where nothing is planned
/// @param taken held, booked and leased together
/// @param limits what a stay that begins or ends then must keep to
record DayTerms(LocalDate date, @Nullable BigDecimal price, int capacity, int taken, boolean open, Limits limits) {

    /// @param minimumStay 0 for none
    /// @param maximumStay 0 for none
    record Limits(int minimumStay, int maximumStay, boolean closedToArrival, boolean closedToDeparture) {}

    boolean isSoldOut() {
        return price != null && taken >= capacity;
    }

    boolean differs(DayTerms other) {
        BigDecimal there = other.price;
        boolean samePrice = price == null ? there == null : there != null && price.compareTo(there) == 0;
        return !samePrice || capacity != other.capacity || open != other.open || !limits.equals(other.limits);
    }
}
