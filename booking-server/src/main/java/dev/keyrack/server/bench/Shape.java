package dev.keyrack.server.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;

/// Who wants what.
public enum Shape {
    /// Any of many resources, in any of many weeks.
    SPREAD,
    /// All the same nights of one resource.
    HOT;

    /// How many resources there are.
    public static final int RESOURCES = 200;

    /// How many days may be the first of a stay, and how many nights a stay has.
    static final int DAYS = 100;

    static final int NIGHTS = 3;

    private static final int LEAD = 20;

    /// The resource of that number.
    public static String resource(int number) {
        return "res_bench" + number;
    }

    /// The first day on which somebody may come.
    public static LocalDate opening(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(LEAD);
    }

    String nextResource() {
        return resource(this == HOT ? 0 : ThreadLocalRandom.current().nextInt(RESOURCES));
    }

    LocalDate nextArrival(LocalDate opening) {
        return opening.plusDays(this == HOT ? 0 : ThreadLocalRandom.current().nextInt(DAYS));
    }
}
