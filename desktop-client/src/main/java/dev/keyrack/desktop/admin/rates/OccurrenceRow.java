package dev.keyrack.desktop.admin.rates;

import java.time.Instant;

/// A performance as it is listed.
///
/// @param when in words
record OccurrenceRow(Instant start, String when, int taken, int capacity, String sold) {

    double share() {
        return capacity == 0 ? 0 : (double) taken / capacity;
    }
}
