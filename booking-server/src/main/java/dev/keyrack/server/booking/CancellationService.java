package dev.keyrack.server.booking;

import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.CancelBooking;
import dev.keyrack.contract.booking.CancellationQuote;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.HoldId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Answer;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import dev.keyrack.server.http.IdempotencyStore;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.inventory.Cell;
import dev.keyrack.server.inventory.HoldService;
import dev.keyrack.server.inventory.InventoryService;
import dev.keyrack.server.notice.NoticeKind;
import dev.keyrack.server.payment.PaymentService;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// Ends promises before they are kept: cancellation by the guest or staff, refusal of a request by the provider.
public final class CancellationService {

    private static final int MOST_REASON = 2_000;

    private final Database database;
    private final InventoryService inventory;
    private final HoldService holds;
    private final PaymentService payments;
    private final IdempotencyStore answers;
    private final BookingRegister register;

    public CancellationService(
            Database database,
            InventoryService inventory,
            HoldService holds,
            PaymentService payments,
            IdempotencyStore answers,
            BookingRegister register) {
        this.database = database;
        this.inventory = inventory;
        this.holds = holds;
        this.payments = payments;
        this.answers = answers;
        this.register = register;
    }

    Answer cancel(
            Caller caller,
            BookingId id,
            CancelBooking request,
            @Nullable Revision expected,
            @Nullable IdempotencyKey key) {
        String reason = request.reason();
        if (reason != null && reason.length() > MOST_REASON) {
            throw ProblemException.malformed("reason", "expected at most " + MOST_REASON + " characters");
        }
        return answers.once(key, tx -> {
            StoredBooking booking = register.require(tx, caller, Action.CANCEL_BOOKING, id);
            register.requireRevision(tx, booking, expected);
            return Answer.of(200, BookingMapper.toCancellation(cancel(tx, caller, booking, request)));
        });
    }

    /// What cancelling now would give back.
    CancellationQuote quote(Caller caller, BookingId id) {
        return database.read(tx -> {
            StoredBooking booking = register.require(tx, caller, Action.CANCEL_BOOKING, id);
            requireCancellable(tx, booking);
            Resource resource = register.resource(tx, booking);
            Money paid = register.paid(tx, booking);
            Money back = refund(booking, resource, paid);
            return new CancellationQuote(back.getAmount(), paid.minus(back).getAmount(), resource.currency());
        });
    }

    private void requireCancellable(Transaction tx, StoredBooking booking) {
        BookingRegister.requireStatus(booking, BookingStatus.REQUESTED, BookingStatus.CONFIRMED);
        if (register.hasPending(tx, booking.id())) {
            throw new ProblemException(ProblemType.WRONG_STATUS, "A change of the booking waits for its payment.");
        }
    }

    private Money refund(StoredBooking booking, Resource resource, Money paid) {
        return CancellationRule.refund(
                booking.policy(),
                BookingRegister.startOf(resource, booking.stay().period()),
                register.now(),
                booking.stay().total(),
                paid);
    }

    private StoredBooking cancel(Transaction tx, Caller caller, StoredBooking booking, CancelBooking request) {
        requireCancellable(tx, booking);
        Resource resource = register.resource(tx, booking);
        Money due = Boolean.FALSE.equals(request.refundRequested())
                ? Money.zero(resource.currency())
                : refund(booking, resource, register.paid(tx, booking));
        Money promised = giveBack(tx, booking, resource, due);
        StoredBooking cancelled = register.withPayments(
                tx,
                booking.withStatus(BookingStatus.CANCELLED)
                        .withRefund(new StoredBooking.Refund(request.reason(), promised, register.now())));
        StoredBooking saved = register.save(tx, caller, cancelled, "booking.cancelled", promised + " back");
        register.notify(tx, saved, NoticeKind.CANCELLED);
        return saved;
    }

    /// Frees the cells and lets go of the money.
    private Money giveBack(Transaction tx, StoredBooking booking, Resource resource, Money due) {
        HoldId hold = booking.holdId();
        if (booking.status() == BookingStatus.REQUESTED && hold != null) {
            holds.release(tx, hold, Hold.State.RELEASED);
        } else {
            inventory.give(
                    tx,
                    resource,
                    inventory.grains(tx, resource, booking.stay().period()).taken(),
                    booking.stay().quantity().count(),
                    Cell.Tally.BOOKED);
        }
        inventory.releaseUnits(tx, booking.id().value());
        payments.listPayments(tx, booking.id()).stream()
                .filter(payment -> payment.state() == Payment.State.APPROVED)
                .forEach(payment -> payments.release(tx, payment.paymentId()));
        return due.isZero() ? due : payments.refund(tx, booking.id(), due);
    }

    /// The provider says no to a request; the guest's money is let go.
    public Answer decline(Caller caller, BookingId id, @Nullable IdempotencyKey key) {
        return answers.once(key, tx -> {
            StoredBooking booking = register.require(tx, caller, Action.DECIDE_REQUEST, id);
            BookingRegister.requireStatus(booking, BookingStatus.REQUESTED);
            Resource resource = register.resource(tx, booking);
            giveBack(tx, booking, resource, Money.zero(resource.currency()));
            StoredBooking declined = register.save(
                    tx,
                    caller,
                    register.withPayments(tx, booking.withStatus(BookingStatus.DECLINED)),
                    "booking.declined");
            register.notify(tx, declined, NoticeKind.DECLINED);
            return Answer.of(200, register.toWire(tx, declined));
        });
    }
}
