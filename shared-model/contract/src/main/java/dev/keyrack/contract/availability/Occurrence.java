package dev.keyrack.contract.availability;

import java.time.Instant;

/// One performance of an event, as a provider plans it.
public record Occurrence(Instant start, Instant end, int capacity) {

    /// @throws IllegalArgumentException if it ends before it starts or the capacity is negative
    public Occurrence {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("expected end after start");
        }
        if (capacity < 0) {
            throw new IllegalArgumentException("expected a capacity of 0 or more");
        }
    }
}
