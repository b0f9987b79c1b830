package dev.keyrack.contract.value;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// A span of time, its end excluded; at most 31 days.
public record TimeRange(Instant start, Instant end) implements Period {

    private static final Duration LONGEST = Duration.ofDays(31);

    /// @throws IllegalArgumentException if it is empty, backwards or too long
    public TimeRange {
        if (!end.isAfter(start) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("expected an end at most 31 days after the start");
        }
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    @Override
    public LocalDate firstDay(ZoneId zone) {
        return LocalDate.ofInstant(start, zone);
    }

    @Override
    public LocalDate lastDay(ZoneId zone) {
        return LocalDate.ofInstant(end, zone);
    }

    @Override
    public String startText() {
        return start.toString();
    }

    @Override
    public String endText() {
        return end.toString();
    }
}
