package dev.keyrack.server.audit;

import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.persistence.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes down who did what, in the transaction that did it, and reads it again.
public final class AuditLog implements Transaction.Deferred<@Nullable Object[]> {

    private static final int LONGEST_DETAIL = 4_000;

    private final Clock clock;

    public AuditLog(Clock clock) {
        this.clock = clock;
    }

    /// One row of the record.
    public record Entry(Instant at, UserId actor, String action, String detail) {}

    /// What was done to any of these records, the oldest first.
    public List<Entry> list(Transaction tx, List<String> subjectIds) {
        if (subjectIds.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(subjectIds.size(), "?"));
        return tx.list(
                "select at, actor_id, action, detail from audit_entry where subject_id in (" + marks + ") order by seq",
                row -> new Entry(
                        row.instant("at"), new UserId(row.text("actor_id")), row.text("action"), row.text("detail")),
                subjectIds.toArray());
    }

    /// @param action feature and past participle, such as `booking.cancelled`
    /// @param subjectId the record it was done to
    /// @param detail without personal data; cut where it is too long, so that no change fails for its own record
    public void record(Transaction tx, Caller actor, String action, String subjectId, String detail) {
        tx.defer(this, new Object[] {
            clock.instant(),
            actor.userId(),
            action,
            subjectId,
            detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL)
        });
    }

    @Override
    public void write(Transaction tx, List<@Nullable Object[]> rows) {
        tx.updateAll("insert into audit_entry (at, actor_id, action, subject_id, detail) values (?, ?, ?, ?, ?)", rows);
    }
}
