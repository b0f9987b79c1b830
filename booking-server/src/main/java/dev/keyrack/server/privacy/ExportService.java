package dev.keyrack.server.privacy;

import dev.keyrack.contract.privacy.AccountExport;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.booking.BookingRegister;
import dev.keyrack.server.booking.StoredBooking;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.identity.IdentityService;
import dev.keyrack.server.payment.PaymentService;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import java.time.Clock;
import java.util.List;

/// Gathers all that is kept of an account.
public final class ExportService {

    private final Database database;
    private final AuditLog audit;
    private final IdentityService identity;
    private final BookingRegister register;
    private final PaymentService payments;
    private final Clock clock;
    private final ExportStore store = new ExportStore();

    public ExportService(
            Database database,
            AuditLog audit,
            IdentityService identity,
            BookingRegister register,
            PaymentService payments,
            Clock clock) {
        this.database = database;
        this.audit = audit;
        this.identity = identity;
        this.register = register;
        this.payments = payments;
        this.clock = clock;
    }

    /// On record before anything is given out.
    AccountExport export(Caller caller) {
        audit.writeNoted(database);
        database.write(tx -> {
            audit.record(tx, caller, "account.exported", caller.userId().value(), "");
            return true;
        });
        return database.read(tx -> gather(tx, caller.userId()));
    }

    private AccountExport gather(Transaction tx, UserId account) {
        IdentityService.Kept kept = identity.getKept(tx, account);
        List<StoredBooking> bookings = register.listOfAccount(tx, account, kept.confirmedMail());
        return new AccountExport(
                clock.instant(),
                kept.profile(),
                kept.createdAt(),
                kept.mailConfirmedAt(),
                identity.consents().list(tx, account),
                store.listSessions(tx, account),
                bookings.stream().map(booking -> toKept(tx, booking)).toList(),
                store.listNotices(tx, account, bookings),
                audit.listOfActor(tx, account).stream()
                        .map(entry -> new AccountExport.KeptAct(
                                entry.at(),
                                entry.act().action(),
                                entry.act().subjectId(),
                                entry.act().detail(),
                                entry.act().before(),
                                entry.act().after()))
                        .toList());
    }

    private AccountExport.KeptBooking toKept(Transaction tx, StoredBooking booking) {
        StoredBooking.Refund refund = booking.refund();
        return new AccountExport.KeptBooking(
                register.toWire(tx, booking),
                booking.bookedEnd(),
                refund.reason(),
                refund.cancelledAt(),
                refund.amount().getAmount(),
                payments.listPayments(tx, booking.id()).stream()
                        .map(payment -> new AccountExport.KeptPayment(
                                payment,
                                payments.findDeclineCode(tx, payment.paymentId())
                                        .orElse(null)))
                        .toList());
    }
}
