package dev.keyrack.server.privacy;

import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.booking.StoredBooking;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What several features keep of a person, in SQL.
final class ErasureStore {

    private static final int PAGE = 100;
    private static final Pattern BOOKING = Pattern.compile("\"bookingId\":\"(bkg_[0-9a-z]+)\"");
    /// What is left of a payload.
    private static final String NOTHING = "{}";

    /// What the feed told of a booking.
    record Body(String scope, long seq, String booking, String json) {}

    /// What was answered to a request with a key.
    record Answer(String principal, String route, String key, String json) {}

    /// Makes a mail of a booking that waits leave no more, and forgets what those said that left.
    void eraseNotices(Transaction tx, StoredBooking booking, Instant now) {
        tx.updateAll(
                "update outbox set payload = ?, result = 'erased', done_at = coalesce(done_at, ?) where id = ?",
                ExportStore.namesOf(booking).stream()
                        .map(name -> new @Nullable Object[] {NOTHING, now, name})
                        .toList());
        remember(tx, booking.id().value(), now);
    }

    /// @param name what it signed in with
    void eraseAccount(Transaction tx, UserId account, String name, Instant now) {
        tx.update("delete from login_session where account_id = ?", account);
        tx.update("delete from oauth_visit where account_id = ? or lower(name) = ?", account, name);
        tx.update("delete from oauth_code where account_id = ?", account);
        tx.update("delete from oauth_device where account_id = ?", account);
        tx.update(
                "update outbox set payload = ?, result = 'erased', done_at = coalesce(done_at, ?)"
                        + " where id in (select id from account_letter where account_id = ?)",
                NOTHING,
                now,
                account);
        remember(tx, account.value(), now);
    }

    private static void remember(Transaction tx, String subject, Instant now) {
        tx.update("delete from erasure where subject_id = ?", subject);
        tx.update("insert into erasure (subject_id, erased_at) values (?, ?)", subject, now);
    }

    /// The bookings and accounts of which copies may be left.
    List<String> listErased(Transaction tx) {
        return tx.list("select subject_id from erasure", row -> row.text("subject_id"));
    }

    private static String marks(List<String> values) {
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }

    List<String> listScopes(Transaction tx) {
        return tx.list("select scope from feed_scope order by scope", row -> row.text("scope"));
    }

    /// What the feed told of bookings that were erased, in its order.
    ///
    /// @param after only what came later
    List<Body> listBodies(Transaction tx, String scope, long after) {
        return tx.list(
                "select c.seq, c.record_id, c.body from feed_change c where c.scope = ? and c.seq > ?"
                        + " and c.type = 'booking' and c.body is not null"
                        + " and exists (select 1 from erasure e where e.subject_id = c.record_id)"
                        + " order by c.seq limit " + PAGE,
                row -> new Body(scope, row.number("seq"), row.text("record_id"), row.text("body")),
                scope,
                after);
    }

    boolean rewrite(Transaction tx, List<Body> bodies) {
        tx.updateAll(
                "update feed_change set body = ? where scope = ? and seq = ?",
                bodies.stream()
                        .map(body -> new @Nullable Object[] {
                            PersonRule.without(body.json(), Set.of(body.booking())), body.scope(), body.seq()
                        })
                        .toList());
        return true;
    }

    /// The answers that tell of any of these bookings.
    List<Answer> listAnswers(Transaction tx, Set<String> bookings) {
        return tx
                .list(
                        "select principal, route, request_key, answer from idempotency_key"
                                + " where answer like '%\"userDetails\":%'",
                        row -> toAnswer(row, bookings))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Answer> toAnswer(Row row, Set<String> bookings) {
        String json = row.text("answer");
        boolean tells = BOOKING.matcher(json)
                .results()
                .map((MatchResult found) -> found.group(1))
                .anyMatch(bookings::contains);
        return tells
                ? Optional.of(new Answer(row.text("principal"), row.text("route"), row.text("request_key"), json))
                : Optional.empty();
    }

    boolean rewrite(Transaction tx, List<Answer> answers, Set<String> bookings) {
        tx.updateAll(
                "update idempotency_key set answer = ? where principal = ? and route = ? and request_key = ?",
                answers.stream()
                        .map(answer -> new @Nullable Object[] {
                            PersonRule.without(answer.json(), bookings),
                            answer.principal(),
                            answer.route(),
                            answer.key()
                        })
                        .toList());
        return true;
    }

    /// What the files of mails are called by: the codes of bookings, and the letters to accounts.
    List<String> listMails(Transaction tx, List<String> erased) {
        List<String> names = new ArrayList<>(tx.list(
                "select confirmation_code from booking where id in " + marks(erased),
                row -> row.text("confirmation_code"),
                erased.toArray()));
        names.addAll(tx.list(
                "select id from account_letter where account_id in " + marks(erased),
                row -> row.text("id"),
                erased.toArray()));
        return names;
    }

    /// Nothing is left of these.
    boolean finish(Transaction tx, List<String> erased) {
        tx.update("delete from account_letter where account_id in " + marks(erased), erased.toArray());
        tx.update("delete from erasure where subject_id in " + marks(erased), erased.toArray());
        return true;
    }

    /// As many as one transaction writes.
    static <T> List<List<T>> pages(List<T> all) {
        List<List<T>> pages = new ArrayList<>();
        for (int first = 0; first < all.size(); first += PAGE) {
            pages.add(all.subList(first, Math.min(all.size(), first + PAGE)));
        }
        return pages;
    }
}
