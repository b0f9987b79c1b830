package dev.keyrack.server.inventory;

import dev.keyrack.contract.value.ResourceId;
import java.time.LocalDateTime;

/// One resource at one grain: its capacity, and how much of it is taken and by what.
public record Cell(
        ResourceId resourceId,
        LocalDateTime grainStart,
        int capacity,
        int allowance,
        int held,
        int booked,
        int leased,
        long version) {

    /// How many can still be promised.
    public int free() {
        return capacity + allowance - taken();
    }

    /// As the next version.
    Cell withCapacity(int other) {
        return new Cell(resourceId, grainStart, other, allowance, held, booked, leased, version + 1);
    }

    /// With so many more of these, or fewer; as the next version.
    ///
    /// @throws IllegalStateException if it has too little left, or gives more than it has
    Cell add(Tally tally, int count) {
        Cell sum = tally == Tally.HELD ? with(held + count, booked) : with(held, booked + count);
        if (sum.held < 0 || sum.booked < 0 || (count > 0 && sum.free() < 0)) {
            throw new IllegalStateException(this + " cannot change by " + count + " " + tally);
        }
        return sum;
    }

    /// With so many booked that were held; as the next version.
    ///
    /// @throws IllegalStateException if it holds less
    Cell confirm(int count) {
        if (held < count) {
            throw new IllegalStateException(this + " does not hold " + count);
        }
        return with(held - count, booked + count);
    }

    private Cell with(int nowHeld, int nowBooked) {
        return new Cell(resourceId, grainStart, capacity, allowance, nowHeld, nowBooked, leased, version + 1);
    }

    public int taken() {
        return held + booked + leased;
    }

    /// What is taken, and how.
    public enum Tally {
        HELD,
        BOOKED
    }
}
