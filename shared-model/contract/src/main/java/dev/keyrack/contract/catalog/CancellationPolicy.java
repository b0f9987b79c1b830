package dev.keyrack.contract.catalog;

import java.time.Duration;
import java.time.Instant;

/// Free until some hours before the start, then a share of the price is kept.
///
/// @param freeUntilHours hours before the start until which cancelling costs nothing
/// @param feePercent share kept after that, 0 to 100
/// @param noShowPercent share kept when the guest never came, 0 to 100
public record CancellationPolicy(int freeUntilHours, int feePercent, int noShowPercent) {

    public static final CancellationPolicy FREE_UNTIL_THE_DAY_BEFORE = new CancellationPolicy(24, 100, 100);

    /// @throws IllegalArgumentException if a figure is out of range
    public CancellationPolicy {
        if (freeUntilHours < 0 || freeUntilHours > 8784) {
            throw new IllegalArgumentException("expected freeUntilHours from 0 to 8784");
        }
        if (feePercent < 0 || feePercent > 100 || noShowPercent < 0 || noShowPercent > 100) {
            throw new IllegalArgumentException("expected percentages from 0 to 100");
        }
    }

    /// Until when cancelling costs nothing.
    ///
    /// @param start of what was sold
    public Instant freeUntil(Instant start) {
        return start.minus(Duration.ofHours(freeUntilHours));
    }
}
