package dev.keyrack.server.rig;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// A clock that stands until a test lets time pass.
public final class HandClock extends Clock {

    private volatile Instant now;

    /// Begins at the present second.
    public HandClock() {
        this(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    }

    public HandClock(Instant begin) {
        now = begin;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
