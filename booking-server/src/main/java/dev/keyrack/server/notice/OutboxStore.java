package dev.keyrack.server.notice;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Table;
import dev.keyrack.server.persistence.Transaction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table of notices. An identifier is a booking's and its revision, so that the notices of one booking leave in
/// their order: none before an earlier one is done.
final class OutboxStore {

    private static final String COLUMNS = "o.id, o.kind, o.payload, o.attempts, o.next_attempt_at";
    private static final String OPEN = "o.done_at is null and o.next_attempt_at <= ?";
    /// The `case` keeps a database from going through all that are open for each of them.
    private static final String EARLIEST = "not exists (select 1 from outbox earlier where earlier.id < o.id"
            + " and earlier.id >= substring(o.id from 1 for char_length(o.id) - 6)"
            + " and case when earlier.done_at is null then 1 else 0 end = 1)";

    /// However many wait, only those are looked at that are taken: they come in the order of the index.
    static final String DUE = "select " + COLUMNS + " from outbox o where " + OPEN + " and " + EARLIEST
            + " order by o.done_at, o.next_attempt_at limit ?";

    /// The same of those only that are due longest. PostgreSQL leaves the order of the index while it thinks that few
    /// wait, as it does at a rush until it has counted again, and would look at all of them.
    private static final String DUE_LONGEST = "select " + COLUMNS + " from (select o.* from outbox o where " + OPEN
            + " order by o.done_at, o.next_attempt_at limit ?) o where " + EARLIEST
            + " order by o.next_attempt_at limit ?";

    private static final int LONGEST_RESULT = 400;
    private static final int AS_MANY_MAY_BE_HELD_UP = 4;

    private static final Table<String, State> STATES = Table.of(
            "outbox",
            "id",
            "attempts, next_attempt_at, done_at, result",
            "attempts",
            OutboxStore::toColumns,
            OutboxStore::toState);

    /// A notice that waits; `payload` is read by whoever sends it.
    record Entry(String id, String kind, String payload, int attempts, Instant next) {

        static Entry of(Booking booking, NoticeKind kind, String payload, Instant now) {
            String id =
                    "%s-%06d".formatted(booking.bookingId(), booking.revision().number());
            return new Entry(id, kind.name(), payload, 0, now);
        }
    }

    /// What became of a notice so far.
    private record State(
            String id,
            int attempts,
            Instant next,
            @Nullable Instant doneAt,
            @Nullable String result) {}

    void insertAll(Transaction tx, List<Entry> entries) {
        tx.updateAll(
                "insert into outbox (id, kind, payload, next_attempt_at) values (?, ?, ?, ?)",
                entries.stream()
                        .map(entry -> new @Nullable Object[] {entry.id(), entry.kind(), entry.payload(), entry.next()})
                        .toList());
    }

    /// Keeps whom a letter was written to, and what it was about.
    void insertLetter(Transaction tx, String id, UserId account, Letter letter) {
        tx.update(
                "insert into account_letter (id, account_id, subject, written_at) values (?, ?, ?, ?)",
                id,
                account,
                letter.subject(),
                letter.at());
    }

    /// The notices that are due, of each booking the earliest.
    List<Entry> listDue(Transaction tx, Instant now, int most) {
        List<Entry> longest = tx.list(DUE_LONGEST, OutboxStore::toEntry, now, most * AS_MANY_MAY_BE_HELD_UP, most);
        return longest.size() < most ? tx.list(DUE, OutboxStore::toEntry, now, most) : longest;
    }

    private static Entry toEntry(Row row) {
        return new Entry(
                row.text("id"),
                row.text("kind"),
                row.text("payload"),
                row.integer("attempts"),
                row.instant("next_attempt_at"));
    }

    /// Makes an entry this server's own until a time, so that no other one sends it meanwhile.
    ///
    /// @return false if another server was faster
    boolean claim(Transaction tx, String id, Instant now, Instant until) {
        State state = require(tx, id);
        if (state.doneAt() != null || state.next().isAfter(now)) {
            return false;
        }
        tx.put(STATES, id, new State(id, state.attempts(), until, null, state.result()));
        return true;
    }

    /// Whether a notice was sent, or is not to be sent any more.
    boolean isDone(Transaction tx, String id) {
        return require(tx, id).doneAt() != null;
    }

    void finish(Transaction tx, String id, String result, Instant now) {
        State state = require(tx, id);
        tx.put(STATES, id, new State(id, state.attempts() + 1, state.next(), now, cut(result)));
    }

    /// What was done since a time, but before another, and still says something; the oldest first.
    List<Sent> listSent(Transaction tx, Instant since, Instant before, int most) {
        return tx.list(
                "select id, done_at from outbox where done_at >= ? and done_at < ? and payload <> '{}'"
                        + " order by done_at limit ?",
                row -> new Sent(row.text("id"), row.instant("done_at")),
                since,
                before,
                most);
    }

    /// A notice that is done.
    record Sent(String id, Instant at) {}

    /// Forgets what a notice said.
    void empty(Transaction tx, String id) {
        tx.update("update outbox set payload = '{}' where id = ?", id);
    }

    void postpone(Transaction tx, String id, String reason, Instant next) {
        State state = require(tx, id);
        if (state.doneAt() == null) {
            tx.put(STATES, id, new State(id, state.attempts() + 1, next, null, cut(reason)));
        }
    }

    private static State require(Transaction tx, String id) {
        return tx.get(STATES, id).orElseThrow(() -> new IllegalStateException("no notice " + id));
    }

    private static @Nullable Object[] toColumns(State state) {
        return new @Nullable Object[] {state.id(), state.attempts(), state.next(), state.doneAt(), state.result()};
    }

    private static State toState(Row row) {
        return new State(
                row.text("id"),
                row.integer("attempts"),
                row.instant("next_attempt_at"),
                row.instantOrNull("done_at"),
                row.textOrNull("result"));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_RESULT ? text : text.substring(0, LONGEST_RESULT);
    }
}
