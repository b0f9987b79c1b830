package dev.keyrack.contract.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/// What a guest asks for on the calendar: nights, or a span of time.
public sealed interface Period permits StayRange, TimeRange {

    /// The `startDate` of the wire: `2025-12-01` for nights, `2025-12-01T09:00:00Z` otherwise.
    String startText();

    /// The `endDate` of the wire, in the same form.
    String endText();

    /// The first day of it at a place.
    LocalDate firstDay(ZoneId zone);

    /// The day on which it ends at a place: that of leaving, for nights.
    LocalDate lastDay(ZoneId zone);

    /// Whether a start as the wire has it is that of nights.
    static boolean isOfNights(String start) {
        return start.indexOf('T') < 0;
    }

    /// Reads the two texts of the wire; an offset other than `Z` is converted.
    ///
    /// @throws IllegalArgumentException if either is malformed, they are of different kinds, or the end is not
    /// after the start
    static Period parse(String start, String end) {
        try {
            if (isOfNights(start)) {
                return new StayRange(LocalDate.parse(start), LocalDate.parse(end));
            }
            return new TimeRange(parseInstant(start), parseInstant(end));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "expected a date such as 2025-12-01, or a time such as 2025-12-01T09:00:00Z", e);
        }
    }

    private static Instant parseInstant(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }
}
