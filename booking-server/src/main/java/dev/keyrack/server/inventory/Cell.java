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

    Cell withCapacity(int other) {
        return new Cell(resourceId, grainStart, other, allowance, held, booked, leased, version);
    }

    public int taken() {
        return held + booked + leased;
    }

    /// The columns that count what is taken.
    public enum Tally {
        HELD("held"),
        BOOKED("booked");

        private final String column;

        Tally(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
