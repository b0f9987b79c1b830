package dev.keyrack.server.stay;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.stay.HistoryEntry;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.audit.Act;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.booking.BookingRegister;
import dev.keyrack.server.booking.StoredBooking;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.identity.IdentityService;
import dev.keyrack.server.payment.PaymentService;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import java.util.List;
import java.util.stream.Stream;

/// Tells staff who did what to a booking and to its payments.
public final class HistoryService {

    private final Database database;
    private final AuditLog audit;
    private final IdentityService identity;
    private final PaymentService payments;
    private final BookingRegister register;

    public HistoryService(
            Database database,
            AuditLog audit,
            IdentityService identity,
            PaymentService payments,
            BookingRegister register) {
        this.database = database;
        this.audit = audit;
        this.identity = identity;
        this.payments = payments;
        this.register = register;
    }

    List<HistoryEntry> list(Caller caller, BookingId id) {
        return database.read(tx -> {
            StoredBooking booking = register.require(tx, caller, Action.READ_HISTORY, id);
            Stream<String> ofPayments = payments.listPayments(tx, id).stream()
                    .map(payment -> payment.paymentId().value());
            List<String> subjects =
                    Stream.concat(Stream.of(id.value()), ofPayments).toList();
            audit.note(caller, Act.of("access.history-read", id.value(), "").at(booking.siteId()));
            return audit.list(tx, subjects).stream()
                    .map(entry -> new HistoryEntry(
                            entry.at(),
                            nameOf(tx, booking, entry.actor()),
                            entry.act().action(),
                            entry.act().detail()))
                    .toList();
        });
    }

    /// Whoever has no account, or the booking's own account, is the guest.
    private String nameOf(Transaction tx, StoredBooking booking, UserId actor) {
        if (actor.equals(Caller.SYSTEM.userId())) {
            return "";
        }
        UserDetails named = actor.equals(Caller.ANONYMOUS.userId()) || actor.equals(booking.userId())
                ? booking.userDetails()
                : identity.findDetails(tx, actor).orElse(booking.userDetails());
        return named.firstName() + " " + named.lastName();
    }
}
