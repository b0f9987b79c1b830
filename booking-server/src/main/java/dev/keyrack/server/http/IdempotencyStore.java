package dev.keyrack.server.http;

import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.persistence.Transaction;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Remembers what was answered under an idempotency key, in the transaction of the effect itself.
public final class IdempotencyStore {

    private static final String WHERE = " where principal = ? and route = ? and request_key = ?";

    private final Clock clock;

    public IdempotencyStore(Clock clock) {
        this.clock = clock;
    }

    private record Kept(String bodyHash, @Nullable Answer answer) {}

    /// Claims the key for this request.
    ///
    /// @return the answer given before, if there was one
    /// @throws ProblemException KEY_REUSED if the key came with another body, IN_FLIGHT while the first request
    /// is worked on
    public Optional<Answer> begin(Transaction tx, @Nullable IdempotencyKey key) {
        if (key == null) {
            return Optional.empty();
        }
        Optional<Kept> kept = tx.find(
                "select body_hash, status, answer from idempotency_key" + WHERE,
                row -> new Kept(
                        row.text("body_hash"),
                        row.textOrNull("answer") == null
                                ? null
                                : new Answer(row.integer("status"), row.text("answer"))),
                key.caller().userId(),
                key.route(),
                key.key());
        if (kept.isEmpty()) {
            tx.update(
                    "insert into idempotency_key (principal, route, request_key, body_hash, created_at) values (?, ?, ?, ?, ?)",
                    key.caller().userId(),
                    key.route(),
                    key.key(),
                    key.bodyHash(),
                    clock.instant());
            return Optional.empty();
        }
        if (!kept.get().bodyHash().equals(key.bodyHash())) {
            throw new ProblemException(ProblemType.KEY_REUSED, "This Idempotency-Key came with another body before.");
        }
        Answer answer = kept.get().answer();
        if (answer == null) {
            throw new ProblemException(
                    ProblemType.IN_FLIGHT, "The first request with this Idempotency-Key is not done.");
        }
        return Optional.of(answer);
    }

    /// Keeps the answer.
    public Answer finish(Transaction tx, @Nullable IdempotencyKey key, Answer answer) {
        if (key != null) {
            tx.update(
                    "update idempotency_key set status = ?, answer = ?" + WHERE,
                    answer.status(),
                    answer.json(),
                    key.caller().userId(),
                    key.route(),
                    key.key());
        }
        return answer;
    }

    /// Names the record whose later answer belongs to the key; see [#finishSubject].
    public void attach(Transaction tx, @Nullable IdempotencyKey key, String subjectId) {
        if (key != null) {
            tx.update(
                    "update idempotency_key set subject_id = ?" + WHERE,
                    subjectId,
                    key.caller().userId(),
                    key.route(),
                    key.key());
        }
    }

    /// Keeps the answer for the open key attached to a record, if there is one.
    public Answer finishSubject(Transaction tx, String subjectId, Answer answer) {
        tx.update(
                "update idempotency_key set status = ?, answer = ? where subject_id = ? and answer is null",
                answer.status(),
                answer.json(),
                subjectId);
        return answer;
    }

    /// For effects of one transaction: answers as before, or does the work and keeps its answer.
    public Answer once(Transaction tx, @Nullable IdempotencyKey key, Supplier<Answer> work) {
        return begin(tx, key).orElseGet(() -> finish(tx, key, work.get()));
    }
}
