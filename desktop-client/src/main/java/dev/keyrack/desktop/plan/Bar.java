package dev.keyrack.desktop.plan;

import dev.keyrack.contract.value.UnitId;
import org.jspecify.annotations.Nullable;

/// A stay in its line, or the part of it that is spent there.
///
/// @param row index of the line
/// @param start first night in this line, as a day of the epoch
/// @param end day of leaving this line, as a day of the epoch
public record Bar(Stay stay, int row, @Nullable UnitId unit, int start, int end) {

    /// Whether the guest arrives here, and does not come from another unit.
    public boolean isFirst() {
        return start == stay.start();
    }

    /// Whether the guest leaves the house from here.
    public boolean isLast() {
        return end == stay.end();
    }

    public boolean isWhole() {
        return isFirst() && isLast();
    }

    /// Whether it is the same part of the same booking, maybe in a newer state.
    public boolean isSameAs(@Nullable Bar other) {
        return other != null && stay.id().equals(other.stay.id()) && start == other.start;
    }
}
