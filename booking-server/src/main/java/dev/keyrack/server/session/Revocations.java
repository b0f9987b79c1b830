package dev.keyrack.server.session;

import dev.keyrack.contract.identity.SessionId;
import dev.keyrack.server.persistence.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The sessions that were ended while tokens of theirs may still be about, as the database told at most two seconds
/// ago. While it tells nothing, nobody is let in.
final class Revocations {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Database database;
    private final SessionStore store;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Told told = new Told(Set.of(), Instant.MIN, Instant.MIN);

    Revocations(Database database, SessionStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    private record Told(Set<SessionId> sessions, Instant from, Instant until) {

        boolean holdsAt(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    boolean contains(SessionId session) {
        Told present = told;
        return (present.holdsAt(clock.instant()) ? present : read()).sessions().contains(session);
    }

    /// Reads again at the next question, because something ended here.
    void forget() {
        told = new Told(Set.of(), Instant.MIN, Instant.MIN);
    }

    private Told read() {
        reading.lock();
        try {
            Instant now = clock.instant();
            if (told.holdsAt(now)) {
                return told;
            }
            Told read = new Told(database.read(store::listRevoked), now, now.plus(FRESH));
            told = read;
            return read;
        } finally {
            reading.unlock();
        }
    }
}
