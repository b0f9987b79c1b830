package dev.keyrack.desktop.plan;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import org.jspecify.annotations.Nullable;

/// A line of the board.
///
/// @param unit the unit of a [Kind#UNIT] or [Kind#CLOSED_UNIT]
/// @param days what is known of the resource by date
public record PlanRow(
        Kind kind,
        String title,
        ResourceId resource,
        @Nullable UnitId unit,
        Days days) {

    /// What stands in the line.
    public enum Kind {
        /// The name of a resource, and how many of it are free.
        RESOURCE,
        /// Stays that have no unit yet.
        UNASSIGNED,
        UNIT,
        /// A unit that cannot be given to anybody.
        CLOSED_UNIT
    }

    /// How many of a resource are free, held and sold, and why it is closed, by day of the epoch.
    public static final class Days {

        private final int from;
        private final int[] capacity;
        private final int[] held;
        private final int[] sold;
        private final @Nullable String[] closed;

        Days(int from, int to) {
            this.from = from;
            this.capacity = new int[to - from];
            this.held = new int[to - from];
            this.sold = new int[to - from];
            this.closed = new String[to - from];
        }

        public boolean knows(int day) {
            return day >= from && day < from + capacity.length;
        }

        public int free(int day) {
            return knows(day) ? capacity[day - from] - held(day) - sold(day) : 0;
        }

        /// Kept for somebody who has not booked yet.
        public int held(int day) {
            return knows(day) ? held[day - from] : 0;
        }

        public int sold(int day) {
            return knows(day) ? sold[day - from] : 0;
        }

        /// Null where it is open.
        public @Nullable String closed(int day) {
            return knows(day) ? closed[day - from] : null;
        }

        void open(int day, int count) {
            capacity[day - from] = count;
        }

        void hold(int day, int count) {
            if (knows(day)) {
                held[day - from] += count;
            }
        }

        void close(int day, String reason) {
            closed[day - from] = reason;
        }

        /// Counts what is sold in a span of days, as far as they are known.
        void sell(int start, int end, int count) {
            for (int day = Math.max(start, from); day < Math.min(end, from + sold.length); day++) {
                sold[day - from] += count;
            }
        }
    }
}
