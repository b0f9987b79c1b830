package dev.keyrack.contract.catalog;

import java.time.DayOfWeek;
import java.time.LocalTime;

/// When a resource sold by time is open on a weekday, by the site's wall clock.
public record OpeningHours(DayOfWeek day, LocalTime opens, LocalTime closes) {

    /// @throws IllegalArgumentException if it closes before it opens
    public OpeningHours {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("expected closes after opens");
        }
    }
}
