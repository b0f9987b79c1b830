package dev.keyrack.server.audit;

import dev.keyrack.server.http.Caller;
import dev.keyrack.server.persistence.Transaction;
import java.time.Clock;

/// Writes down who did what, in the transaction that did it.
public final class AuditLog {

    private static final int LONGEST_DETAIL = 4_000;

    private final Clock clock;

    public AuditLog(Clock clock) {
        this.clock = clock;
    }

    /// @param action feature and past participle, such as `booking.cancelled`
    /// @param subjectId the record it was done to
    /// @param detail without personal data; cut where it is too long, so that no change fails for its own record
    public void record(Transaction tx, Caller actor, String action, String subjectId, String detail) {
        tx.update(
                "insert into audit_entry (at, actor_id, action, subject_id, detail) values (?, ?, ?, ?, ?)",
                clock.instant(),
                actor.userId(),
                action,
                subjectId,
                detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL));
    }
}
