package dev.keyrack.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lets nobody guess for long: so many failed tries a minute, counted for each name given. A try counts from its
/// beginning, so that many at once do not slip through.
public final class TryLimit {

    private static final Duration SPAN = Duration.ofMinutes(1);

    private final int most;
    private final Clock clock;
    private final Map<String, Deque<Instant>> tries = new HashMap<>();
    private Instant forgotten = Instant.EPOCH;

    public TryLimit(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /// Counts a try under each of these names.
    ///
    /// @return false, and counts nothing, if any of them has had too many
    public synchronized boolean begin(List<String> names) {
        forgetOld(names);
        boolean tooMany = names.stream()
                .anyMatch(name -> tries.getOrDefault(name, new ArrayDeque<>()).size() >= most);
        if (tooMany) {
            return false;
        }
        Instant now = clock.instant();
        names.forEach(name ->
                tries.computeIfAbsent(name, absent -> new ArrayDeque<>()).add(now));
        return true;
    }

    /// Takes back the newest try: it did not fail.
    public synchronized void succeed(List<String> names) {
        names.forEach(name -> tries.computeIfPresent(name, (same, times) -> {
            times.pollLast();
            return times;
        }));
    }

    /// All others once in a while only: there may be many.
    private void forgetOld(List<String> names) {
        Instant now = clock.instant();
        Instant old = now.minus(SPAN);
        if (Duration.between(forgotten, now).abs().compareTo(SPAN) >= 0) {
            forgotten = now;
            tries.values().forEach(times -> times.removeIf(time -> !time.isAfter(old)));
            tries.values().removeIf(Deque::isEmpty);
        }
        names.forEach(name -> tries.computeIfPresent(name, (same, times) -> {
            times.removeIf(time -> !time.isAfter(old));
            return times.isEmpty() ? null : times;
        }));
    }
}
