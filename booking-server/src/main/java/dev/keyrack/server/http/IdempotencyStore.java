package dev.keyrack.server.http;

import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Table;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.persistence.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers what was answered under an idempotency key, in the transaction of the effect itself.
public final class IdempotencyStore {

    private static final Table<Name, Kept> KEYS = Table.of(
            "idempotency_key",
            "principal, route, request_key",
            "body_hash, status, answer, subject_id, created_at",
            "body_hash",
            IdempotencyStore::toColumns,
            IdempotencyStore::toKept);

    private static final Table<String, Optional<Name>> OF_SUBJECT = Table.question(
            "idempotency_key",
            (tx, subject) -> Optional.of(tx.find(
                    "select principal, route, request_key from idempotency_key where subject_id = ?",
                    IdempotencyStore::toName,
                    subject)));

    private final Database database;
    private final Clock clock;

    public IdempotencyStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Name(String principal, String route, String key) implements Table.Key {

        static Name of(IdempotencyKey key) {
            return new Name(key.caller().userId().value(), key.route(), key.key());
        }

        @Override
        public List<?> parts() {
            return List.of(principal, route, key);
        }
    }

    private record Kept(
            Name name,
            String bodyHash,
            @Nullable Answer answer,
            @Nullable String subjectId,
            Instant createdAt) {}

    /// Claims the key for this request.
    ///
    /// @return the answer given before, if there was one
    /// @throws ProblemException KEY_REUSED if the key came with another body, IN_FLIGHT while the first request
    /// is worked on
    public Optional<Answer> begin(Transaction tx, @Nullable IdempotencyKey key) {
        if (key == null) {
            return Optional.empty();
        }
        Name name = Name.of(key);
        Optional<Kept> kept = tx.get(KEYS, name);
        if (kept.isEmpty()) {
            tx.put(KEYS, name, new Kept(name, key.bodyHash(), null, null, clock.instant()));
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
            Kept kept = require(tx, Name.of(key));
            tx.put(
                    KEYS,
                    kept.name(),
                    new Kept(kept.name(), kept.bodyHash(), answer, kept.subjectId(), kept.createdAt()));
        }
        return answer;
    }

    /// Names the record, made just now, whose later answer belongs to the key; see [#finishSubject].
    public void attach(Transaction tx, @Nullable IdempotencyKey key, String subjectId) {
        tx.insert(OF_SUBJECT, subjectId, Optional.ofNullable(key).map(Name::of));
        if (key != null) {
            Kept kept = require(tx, Name.of(key));
            tx.put(
                    KEYS,
                    kept.name(),
                    new Kept(kept.name(), kept.bodyHash(), kept.answer(), subjectId, kept.createdAt()));
        }
    }

    /// Keeps the answer for the open key attached to a record, if there is one.
    public Answer finishSubject(Transaction tx, String subjectId, Answer answer) {
        tx.get(OF_SUBJECT, subjectId)
                .flatMap(found -> found)
                .map(name -> require(tx, name))
                .filter(kept -> kept.answer() == null)
                .ifPresent(kept -> tx.put(
                        KEYS,
                        kept.name(),
                        new Kept(kept.name(), kept.bodyHash(), answer, subjectId, kept.createdAt())));
        return answer;
    }

    private static Kept require(Transaction tx, Name name) {
        return tx.get(KEYS, name).orElseThrow(() -> new IllegalStateException("no key " + name.route()));
    }

    /// How long an answer is kept for a repeated request.
    public static final Duration KEPT = Duration.ofDays(90);

    private static final int AT_ONCE = 500;

    /// Drops keys that are too old. The rows are looked for beside the writer: there is no index for it.
    ///
    /// @return whether there may be more
    public boolean deleteOld() {
        List<Name> old = database.read(tx -> tx.list(
                "select principal, route, request_key from idempotency_key where created_at < ? limit " + AT_ONCE,
                IdempotencyStore::toName,
                clock.instant().minus(KEPT)));
        database.write(tx -> tx.updateAll(
                "delete from idempotency_key where principal = ? and route = ? and request_key = ?",
                old.stream().map(name -> name.parts().toArray()).toList()));
        return old.size() == AT_ONCE;
    }

    /// For effects of one transaction: answers as before, or does the work and keeps its answer.
    public Answer once(@Nullable IdempotencyKey key, Work<Answer> work) {
        return write(key, tx -> begin(tx, key).orElseGet(() -> finish(tx, key, work.run(tx))));
    }

    /// Writes what belongs to a request with this key.
    public <T> T write(@Nullable IdempotencyKey key, Work<T> work) {
        return key == null ? database.write(work) : database.write(KEYS, Name.of(key), work);
    }

    private static @Nullable Object[] toColumns(Kept kept) {
        Answer answer = kept.answer();
        return new @Nullable Object[] {
            kept.name().principal(),
            kept.name().route(),
            kept.name().key(),
            kept.bodyHash(),
            answer == null ? null : answer.status(),
            answer == null ? null : answer.json(),
            kept.subjectId(),
            kept.createdAt()
        };
    }

    private static Kept toKept(Row row) {
        return new Kept(
                toName(row),
                row.text("body_hash"),
                row.textOrNull("answer") == null ? null : new Answer(row.integer("status"), row.text("answer")),
                row.textOrNull("subject_id"),
                row.instant("created_at"));
    }

    private static Name toName(Row row) {
        return new Name(row.text("principal"), row.text("route"), row.text("request_key"));
    }
}
