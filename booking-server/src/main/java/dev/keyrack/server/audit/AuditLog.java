package dev.keyrack.server.audit;

import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.ChainRule.Head;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.HttpServer;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes down who did what, in the transaction that did it, and reads it again. What was written is never changed, and
/// each entry is bound to all before it: see [ChainRule].
public final class AuditLog implements Transaction.Deferred<AuditLog.Done> {

    /// Stands for several actors, or several subjects, that are written down together.
    static final UserId MANY = new UserId("usr_many");

    private static final int MOST_OF_ACTOR = 50_000;

    private final Clock clock;
    private final AuditStore store = new AuditStore();
    private final Tally tally = new Tally();

    public AuditLog(Clock clock) {
        this.clock = clock;
    }

    /// Something that is to be written down.
    public record Done(Instant at, UserId actor, Act act) {}

    /// What was done to any of these records, the oldest first; not who looked at them.
    public List<AuditEntry> list(Transaction tx, List<String> subjectIds) {
        return store.listOf(tx, subjectIds);
    }

    /// What somebody did, the oldest first; of more than 50,000 entries the newest.
    public List<AuditEntry> listOfActor(Transaction tx, UserId actor) {
        return store.list(tx, AuditCriteria.ofActor(actor, MOST_OF_ACTOR)).reversed();
    }

    /// The number of the newest entry.
    public long head(Transaction tx) {
        return store.head(tx).seq();
    }

    /// Entries with a number above `after` and up to `last` that tell of one of these actions, the oldest first.
    public List<AuditEntry> list(Transaction tx, long after, long last, List<String> actions) {
        return store.list(tx, after, last, actions);
    }

    /// @param action feature and past participle, such as `booking.cancelled`
    /// @param subjectId the record it was done to, at the caller's site
    /// @param detail without personal data; cut where it is too long, so that no change fails for its own record
    public void record(Transaction tx, Caller actor, String action, String subjectId, String detail) {
        record(tx, actor, Act.of(action, subjectId, detail).at(actor.siteId()));
    }

    /// Writes down what was done, with the transaction that did it.
    public void record(Transaction tx, Caller actor, Act act) {
        record(tx, actor.userId(), act);
    }

    private void record(Transaction tx, UserId actor, Act act) {
        tx.defer(this, new Done(clock.instant().truncatedTo(ChronoUnit.MICROS), actor, act));
    }

    /// Writes down soon what no transaction does, such as a refusal: within a second, what happens again and again as
    /// one entry that tells how often. A crash may lose the last second.
    public void note(Caller actor, Act act) {
        tally.add(actor.userId(), act, 1);
    }

    /// Notes a request that was refused.
    public void noteRefusal(HttpServer.Refusal refusal) {
        String action = switch (refusal.status()) {
            case 401 -> "access.unauthenticated";
            case 403 -> "access.denied";
            default -> "access.not-found";
        };
        Caller caller = refusal.caller();
        note(caller, Act.of(action, refusal.subject(), refusal.route()).at(caller.siteId()));
    }

    /// Writes down what was noted until now.
    public void writeNoted(Database database) {
        Map<Tally.Counted, Integer> noted = tally.take();
        if (noted.isEmpty()) {
            return;
        }
        try {
            database.write(tx -> {
                noted.forEach((counted, times) ->
                        record(tx, counted.actor(), counted.act().times(times)));
                return true;
            });
        } catch (RuntimeException e) {
            tally.putBack(noted);
            throw e;
        }
    }

    @Override
    public void write(Transaction tx, List<Done> acts) {
        long seq = store.head(tx).seq();
        List<AuditEntry> entries = new ArrayList<>();
        for (Done done : acts) {
            entries.add(new AuditEntry(++seq, done.at(), done.actor(), done.act()));
        }
        store.append(tx, entries);
    }

    /// Follows the whole chain.
    ///
    /// @param kept what is known of it from elsewhere
    public static ChainWalk walk(Transaction tx, Optional<Head> kept) {
        AuditStore store = new AuditStore();
        ChainWalk walk = new ChainWalk(store.begun(tx)).expect(store.head(tx), "the database");
        kept.ifPresent(head -> walk.expect(head, "the data folder"));
        store.walk(tx, walk);
        return walk;
    }
}
