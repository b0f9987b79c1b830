package dev.keyrack.server.privacy;

import dev.keyrack.contract.identity.SessionId;
import dev.keyrack.contract.privacy.AccountExport;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.booking.StoredBooking;
import dev.keyrack.server.persistence.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// What several features keep of an account, in SQL.
final class ExportStore {

    /// The sign-ins of an account, the oldest first.
    List<AccountExport.KeptSession> listSessions(Transaction tx, UserId account) {
        return tx.list(
                "select s.id, s.client, c.name as program, s.created_at, s.proved_at, s.used_at, s.ended_at"
                        + " from login_session s left join oauth_session o on o.session_id = s.id"
                        + " left join oauth_client c on c.id = o.client_id where s.account_id = ?"
                        + " order by s.created_at, s.id",
                row -> new AccountExport.KeptSession(
                        new SessionId(row.text("id")),
                        row.text("client"),
                        row.textOrNull("program"),
                        row.instant("created_at"),
                        row.instant("proved_at"),
                        row.instant("used_at"),
                        row.instantOrNull("ended_at")),
                account);
    }

    /// The letters to an account and the notices of its bookings.
    List<AccountExport.KeptNotice> listNotices(Transaction tx, UserId account, List<StoredBooking> bookings) {
        List<AccountExport.KeptNotice> notices = new ArrayList<>(tx.list(
                "select l.subject, l.written_at, o.done_at from account_letter l left join outbox o on o.id = l.id"
                        + " where l.account_id = ? order by l.written_at, l.id",
                row -> new AccountExport.KeptNotice(
                        row.text("subject"), null, row.instant("written_at"), row.instantOrNull("done_at")),
                account));
        bookings.forEach(booking ->
                namesOf(booking).forEach(name -> findNotice(tx, booking, name).ifPresent(notices::add)));
        return notices;
    }

    /// What the notices of a booking can be called: one of each revision.
    static List<String> namesOf(StoredBooking booking) {
        return LongStream.rangeClosed(1, booking.revision().number())
                .mapToObj(revision -> "%s-%06d".formatted(booking.id(), revision))
                .toList();
    }

    private static Optional<AccountExport.KeptNotice> findNotice(Transaction tx, StoredBooking booking, String name) {
        return tx.find(
                "select kind, done_at from outbox where id = ?",
                row -> new AccountExport.KeptNotice(row.text("kind"), booking.id(), null, row.instantOrNull("done_at")),
                name);
    }
}
