package dev.keyrack.server.booking;

import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.CreateBooking;
import dev.keyrack.contract.booking.ListedBooking;
import dev.keyrack.contract.booking.PaymentDetails;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.catalog.Page;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.HoldId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.access.Scope;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.http.Answer;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import dev.keyrack.server.http.IdempotencyStore;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.inventory.AvailabilityService;
import dev.keyrack.server.inventory.HoldRequest;
import dev.keyrack.server.inventory.HoldService;
import dev.keyrack.server.inventory.StoredHold;
import dev.keyrack.server.notice.NoticeKind;
import dev.keyrack.server.notice.ReceiptDocument;
import dev.keyrack.server.payment.GatewayOutcome;
import dev.keyrack.server.payment.PaymentService;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// Makes bookings and reads them. A payment is authorised between two transactions: the first holds the cells and
/// writes the intent, the second confirms or gives back.
public final class BookingService {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int CODE_LENGTH = 9;
    private static final int MOST_NOTES = 2_000;

    private final Database database;
    private final CatalogService catalog;
    private final HoldService holds;
    private final PaymentService payments;
    private final IdempotencyStore answers;
    private final BookingRegister register;
    private final ReceiptDocument receipts;

    public BookingService(
            Database database,
            CatalogService catalog,
            HoldService holds,
            PaymentService payments,
            IdempotencyStore answers,
            BookingRegister register,
            ReceiptDocument receipts) {
        this.database = database;
        this.catalog = catalog;
        this.holds = holds;
        this.payments = payments;
        this.answers = answers;
        this.register = register;
        this.receipts = receipts;
    }

    /// What the first transaction left: an answer, or a payment to authorise.
    private record Begun(@Nullable Answer answer, BookingId booking, PaymentService.@Nullable Intent intent) {}

    Answer create(Caller caller, CreateBooking request, @Nullable IdempotencyKey key) {
        requireWellFormed(caller, request);
        Begun begun = answers.write(key, tx -> begin(tx, caller, request, key));
        Answer answer = begun.answer();
        PaymentService.Intent intent = begun.intent();
        if (answer != null) {
            return answer;
        }
        if (intent == null) {
            throw new IllegalStateException("neither an answer nor a payment");
        }
        GatewayOutcome outcome = payments.authorise(intent);
        PaymentId payment = intent.payment();
        return database.write(tx -> {
            payments.settle(tx, payment, outcome).ifPresent(meaning -> settled(tx, begun.booking(), payment, meaning));
            return answerOf(tx, register.require(tx, begun.booking()));
        });
    }

    private static void requireWellFormed(Caller caller, CreateBooking request) {
        boolean card = request.paymentMethod() == CreateBooking.PaymentMethod.CREDIT_CARD;
        if (card && request.paymentDetails() == null) {
            throw ProblemException.malformed("paymentDetails", "expected a token to pay by card");
        }
        if (!card && !caller.may(Action.BOOK_WITHOUT_CARD)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only staff can book without a card.");
        }
        if (!card && request.paymentDetails() != null) {
            throw ProblemException.malformed("paymentDetails", "expected none unless a card pays");
        }
        String notes = request.notes();
        if (notes != null && notes.length() > MOST_NOTES) {
            throw ProblemException.malformed("notes", "expected at most " + MOST_NOTES + " characters");
        }
    }

    private Begun begin(Transaction tx, Caller caller, CreateBooking request, @Nullable IdempotencyKey key) {
        BookingId id = BookingId.random();
        Optional<Answer> before = answers.begin(tx, key);
        if (before.isPresent()) {
            return new Begun(before.get(), id, null);
        }
        answers.attach(tx, key, id.value());
        Resource resource = catalog.getResource(tx, request.resourceId());
        if (!caller.may(Action.CREATE_BOOKING, resource.site().id())) {
            throw CatalogService.unknown(resource.id());
        }
        Long version = request.expectedVersion();
        if (version != null && AvailabilityService.termsChanged(resource, version)) {
            throw new ProblemException(ProblemType.CHANGED_MEANWHILE, "Its prices or rules have changed: check again.");
        }
        boolean card = request.paymentMethod() == CreateBooking.PaymentMethod.CREDIT_CARD;
        if (!card && !caller.may(Action.BOOK_WITHOUT_CARD, resource.site().id())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only the site's own staff can book without a card.");
        }
        StoredHold hold = keep(tx, caller, request, id);
        GuestId guest = register.guest(tx, resource.site().id(), request.userDetails());
        StoredBooking booking = toStored(caller, request, resource, guest, id, hold);
        PaymentDetails details = request.paymentDetails();
        Money total = booking.stay().total();
        if (details == null || total.isZero()) {
            register.insert(tx, caller, booking.withPaymentStatus(PaymentStatus.UNPAID));
            if (request.paymentMethod() == CreateBooking.PaymentMethod.CASH && total.isPositive()) {
                payments.recordCash(tx, id, total);
            }
            StoredBooking paid = register.withPayments(tx, register.require(tx, id));
            StoredBooking accepted = accept(tx, caller, paid, resource);
            return new Begun(answers.finishSubject(tx, id.value(), answerOf(tx, accepted)), id, null);
        }
        register.insert(tx, caller, booking);
        return new Begun(null, id, payments.start(tx, id, total, details.token()));
    }

    private StoredHold keep(Transaction tx, Caller caller, CreateBooking request, BookingId id) {
        HoldRequest wanted = new HoldRequest(
                request.resourceId(),
                HoldRequest.period(request.startDate(), request.endDate()),
                request.quantity(),
                HoldRequest.guests(request.guests(), request.quantity()),
                request.unitId());
        HoldId named = request.holdId();
        if (named == null) {
            return holds.take(tx, wanted, id.value(), null);
        }
        StoredHold hold = holds.pin(tx, caller, named);
        boolean agrees = hold.resourceId().equals(wanted.resourceId())
                && hold.period().equals(wanted.period())
                && hold.quantity().equals(wanted.quantity())
                && (request.guests() == null || hold.guests() == wanted.guests())
                && (wanted.unitId() == null || wanted.unitId().equals(hold.unitId()));
        if (!agrees) {
            throw ProblemException.malformed("holdId", "the hold is for something else");
        }
        return hold;
    }

    private StoredBooking toStored(
            Caller caller, CreateBooking request, Resource resource, GuestId guest, BookingId id, StoredHold hold) {
        Money total = hold.quote().totalMoney();
        boolean own = caller.role() == Role.PARTNER || (caller.role() == Role.GUEST && !caller.isAnonymous());
        return new StoredBooking(
                id,
                resource.site().id(),
                new StoredBooking.Stay(
                        resource.id(),
                        resource.terms().name(),
                        hold.unitId(),
                        List.of(),
                        hold.period(),
                        hold.quantity(),
                        hold.guests(),
                        total,
                        hold.quote().lines()),
                hold.id(),
                own ? caller.userId() : null,
                BookingStatus.REQUESTED,
                null,
                resource.terms().cancellationPolicy(),
                confirmationCode(),
                guest,
                request.userDetails(),
                request.notes(),
                PaymentStatus.PENDING,
                new StoredBooking.Refund(null, Money.zero(total.getCurrencyUnit()), null),
                register.now(),
                register.now(),
                Revision.FIRST);
    }

    private static String confirmationCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE_LETTERS.charAt(RANDOM.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }

    /// Confirms a booking whose money is in order, or leaves it requested where the provider decides.
    private StoredBooking accept(Transaction tx, Caller caller, StoredBooking booking, Resource resource) {
        if (resource.terms().onRequest()
                && !caller.may(Action.BOOK_AT_ONCE, resource.site().id())) {
            register.notify(tx, booking, NoticeKind.REQUESTED);
            return booking;
        }
        return confirm(tx, caller, booking);
    }

    /// Turns a requested booking into a promise.
    public StoredBooking confirm(Transaction tx, Caller caller, StoredBooking booking) {
        HoldId hold = booking.holdId();
        if (hold != null) {
            holds.confirm(tx, hold, booking.id().value());
        }
        payments.listPayments(tx, booking.id()).stream()
                .filter(payment -> payment.state() == Payment.State.APPROVED)
                .forEach(payment -> payments.capture(tx, payment.paymentId()));
        StoredBooking confirmed =
                register.save(tx, caller, booking.withStatus(BookingStatus.CONFIRMED), "booking.confirmed");
        register.notify(tx, confirmed, NoticeKind.CONFIRMED);
        return confirmed;
    }

    /// Applies the outcome of the payment that a new booking waited for.
    void settled(Transaction tx, BookingId id, PaymentId payment, GatewayOutcome outcome) {
        StoredBooking booking = register.require(tx, id);
        if (booking.status() != BookingStatus.REQUESTED) {
            if (outcome instanceof GatewayOutcome.Approved) {
                payments.release(tx, payment);
            }
        } else if (outcome instanceof GatewayOutcome.Approved) {
            StoredBooking paid = register.save(
                    tx, Caller.SYSTEM, booking.withPaymentStatus(PaymentStatus.AUTHORISED), "booking.authorised");
            accept(tx, Caller.ANONYMOUS, paid, register.resource(tx, booking));
        } else if (outcome instanceof GatewayOutcome.Declined) {
            giveBack(tx, booking);
            register.save(
                    tx,
                    Caller.SYSTEM,
                    booking.withStatus(BookingStatus.DECLINED).withPaymentStatus(PaymentStatus.DECLINED),
                    "booking.payment-declined");
        } else {
            return;
        }
        answers.finishSubject(tx, id.value(), answerOf(tx, register.require(tx, id)));
    }

    /// Ends the hold of a booking that came to nothing; a hold that the guest made before stays for another card.
    private void giveBack(Transaction tx, StoredBooking booking) {
        HoldId hold = booking.holdId();
        if (hold == null) {
            return;
        }
        if (holds.belongsTo(tx, hold, booking.id().value())) {
            holds.release(tx, hold, Hold.State.RELEASED);
        } else {
            holds.unpin(tx, hold);
        }
    }

    private Answer answerOf(Transaction tx, StoredBooking booking) {
        boolean declined = booking.status() == BookingStatus.DECLINED;
        if (declined) {
            Problem problem = Problem.of(
                    ProblemType.PAYMENT_DECLINED,
                    "The payment was declined: "
                            + payments.declineCode(tx, booking.id()).orElse("no reason given")
                            + ". Nothing was charged.");
            return Answer.of(problem.status(), problem);
        }
        boolean open = booking.status() == BookingStatus.REQUESTED && booking.paymentStatus() == PaymentStatus.PENDING;
        return Answer.of(open ? 202 : 201, BookingMapper.toCreated(booking));
    }

    Booking get(Caller caller, BookingId id) {
        return database.read(tx -> register.toWire(tx, register.require(tx, caller, Action.READ_BOOKING, id)));
    }

    private record Receipt(Booking booking, Site site) {}

    /// The receipt as PDF.
    byte[] receipt(Caller caller, BookingId id) {
        Receipt receipt = database.read(tx -> {
            StoredBooking booking = register.require(tx, caller, Action.READ_BOOKING, id);
            return new Receipt(
                    register.toWire(tx, booking), register.resource(tx, booking).site());
        });
        return receipts.render(receipt.booking(), receipt.site());
    }

    List<Payment> listPayments(Caller caller, BookingId id) {
        return database.read(tx -> payments.listPayments(
                tx, register.require(tx, caller, Action.READ_BOOKING, id).id()));
    }

    Page<ListedBooking> list(Caller caller, UserId user, List<BookingStatus> statuses, int page, int limit) {
        if (caller.scope(Action.LIST_BOOKINGS) == Scope.OWN && !caller.userId().equals(user)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no such user.");
        }
        return database.read(tx -> {
            List<ListedBooking> rows =
                    register.store().list(tx, user, statuses, caller.siteId(), limit, (page - 1L) * limit).stream()
                            .map(BookingMapper::toListed)
                            .toList();
            long total = register.store().count(tx, user, statuses, caller.siteId());
            return new Page<>(rows, new Page.Pagination(page, limit, total));
        });
    }
}
