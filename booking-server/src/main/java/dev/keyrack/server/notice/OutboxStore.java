package dev.keyrack.server.notice;

import dev.keyrack.server.persistence.Transaction;
import java.time.Instant;
import java.util.List;

/// The table of notices. An identifier is a booking's and a number, so that the notices of one booking leave in their
/// order: none before an earlier one is done.
final class OutboxStore {

    /// However many wait, only those are looked at that are taken: they come in the order of the index, and the `case`
    /// keeps a database from going through all that are open for each of them.
    static final String DUE = "select o.id, o.kind, o.payload, o.attempts from outbox o"
            + " where o.done_at is null and o.next_attempt_at <= ? and not exists ("
            + "select 1 from outbox earlier where earlier.id < o.id"
            + " and earlier.id >= substring(o.id from 1 for char_length(o.id) - 3)"
            + " and case when earlier.done_at is null then 1 else 0 end = 1)"
            + " order by o.done_at, o.next_attempt_at limit ?";

    private static final int LONGEST_RESULT = 400;

    /// A notice that waits; `payload` is read by whoever sends it.
    record Entry(String id, NoticeKind kind, String payload, int attempts) {}

    void insert(Transaction tx, String bookingId, NoticeKind kind, String payload, Instant now) {
        String last = tx.find(
                        "select max(id) as last from outbox where id >= ? and id < ?",
                        row -> String.valueOf(row.textOrNull("last")),
                        bookingId + "-",
                        bookingId + ".")
                .orElseThrow();
        int number = last.startsWith(bookingId) ? Integer.parseInt(last.substring(bookingId.length() + 1)) + 1 : 1;
        tx.update(
                "insert into outbox (id, kind, payload, next_attempt_at) values (?, ?, ?, ?)",
                bookingId + "-" + "%03d".formatted(number),
                kind,
                payload,
                now);
    }

    /// The notices that are due, of each booking the earliest.
    List<Entry> listDue(Transaction tx, Instant now, int most) {
        return tx.list(
                DUE,
                row -> new Entry(
                        row.text("id"),
                        row.constant("kind", NoticeKind.class),
                        row.text("payload"),
                        row.integer("attempts")),
                now,
                most);
    }

    /// Makes an entry this server's own until a time, so that no other one sends it meanwhile.
    ///
    /// @return false if another server was faster
    boolean claim(Transaction tx, String id, Instant now, Instant until) {
        return tx.update(
                        "update outbox set next_attempt_at = ? where id = ? and done_at is null and next_attempt_at <= ?",
                        until,
                        id,
                        now)
                == 1;
    }

    void finish(Transaction tx, String id, String result, Instant now) {
        tx.update(
                "update outbox set attempts = attempts + 1, done_at = ?, result = ? where id = ?",
                now,
                cut(result),
                id);
    }

    void postpone(Transaction tx, String id, String reason, Instant next) {
        tx.update(
                "update outbox set attempts = attempts + 1, next_attempt_at = ?, result = ? where id = ?",
                next,
                cut(reason),
                id);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_RESULT ? text : text.substring(0, LONGEST_RESULT);
    }
}
