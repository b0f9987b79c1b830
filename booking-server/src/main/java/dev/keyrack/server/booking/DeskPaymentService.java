package dev.keyrack.server.booking;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.CreateBooking.PaymentMethod;
import dev.keyrack.contract.booking.PayBooking;
import dev.keyrack.contract.booking.PaymentDetails;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Answer;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import dev.keyrack.server.http.IdempotencyStore;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.payment.GatewayOutcome;
import dev.keyrack.server.payment.PaymentService;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// Takes money for a booking that stands: by card through the gateway, or in cash, which is written down only. Never
/// more than is owed: what is under way counts as paid.
public final class DeskPaymentService {

    private static final Set<BookingStatus> PAYABLE =
            Set.of(BookingStatus.CONFIRMED, BookingStatus.CHECKED_IN, BookingStatus.COMPLETED);

    private final Database database;
    private final PaymentService payments;
    private final IdempotencyStore answers;
    private final BookingRegister register;

    public DeskPaymentService(
            Database database, PaymentService payments, IdempotencyStore answers, BookingRegister register) {
        this.database = database;
        this.payments = payments;
        this.answers = answers;
        this.register = register;
    }

    /// What the first transaction left: an answer, or a payment to authorise.
    private record Begun(@Nullable Answer answer, PaymentService.@Nullable Intent intent) {}

    Answer pay(Caller caller, BookingId id, PayBooking request, @Nullable IdempotencyKey key) {
        StoredBooking known = database.read(tx -> register.require(tx, caller, Action.PAY_BOOKING, id));
        requireWellFormed(caller, known, request);
        Begun begun = answers.write(key, tx -> begin(tx, caller, id, request, key));
        PaymentService.Intent intent = begun.intent();
        if (intent == null) {
            return Objects.requireNonNull(begun.answer());
        }
        GatewayOutcome outcome = payments.authorise(intent);
        PaymentId payment = intent.payment();
        return database.write(tx -> {
            payments.settle(tx, payment, outcome).ifPresent(meaning -> settled(tx, id, payment, meaning));
            return answerOf(tx, payment);
        });
    }

    private static void requireWellFormed(Caller caller, StoredBooking booking, PayBooking request) {
        switch (request.paymentMethod()) {
            case CREDIT_CARD -> {
                if (request.paymentDetails() == null) {
                    throw ProblemException.malformed("paymentDetails", "expected a token to pay by card");
                }
            }
            case CASH -> {
                if (!caller.may(Action.TAKE_CASH, booking.siteId())) {
                    throw new ProblemException(ProblemType.FORBIDDEN, "Only staff take cash.");
                }
            }
            case PAY_ON_ARRIVAL -> throw ProblemException.malformed("paymentMethod", "expected credit_card or cash");
        }
    }

    private Begun begin(Transaction tx, Caller caller, BookingId id, PayBooking request, @Nullable IdempotencyKey key) {
        Optional<Answer> before = answers.begin(tx, key);
        if (before.isPresent()) {
            return new Begun(before.get(), null);
        }
        StoredBooking booking = register.require(tx, caller, Action.PAY_BOOKING, id);
        Money amount = requireOwed(tx, booking, request);
        PaymentDetails card = request.paymentDetails();
        if (request.paymentMethod() == PaymentMethod.CASH || card == null) {
            PaymentId cash = payments.recordCash(tx, id, amount);
            register.save(tx, caller, register.withPayments(tx, booking), "booking.paid", amount + " in cash");
            return new Begun(answers.finish(tx, key, answerOf(tx, cash)), null);
        }
        PaymentService.Intent intent = payments.start(tx, id, amount, card.token());
        answers.attach(tx, key, intent.payment().value());
        register.save(tx, caller, register.withPayments(tx, booking), "booking.payment-begun", amount + " by card");
        return new Begun(null, intent);
    }

    private Money requireOwed(Transaction tx, StoredBooking booking, PayBooking request) {
        BookingRegister.requireStatus(booking, PAYABLE.toArray(BookingStatus[]::new));
        if (register.hasPending(tx, booking.id()) || payments.waits(tx, booking.id())) {
            throw new ProblemException(ProblemType.WRONG_STATUS, "Another payment for the booking is under way.");
        }
        Money owed = owed(tx, booking);
        if (!owed.isPositive()) {
            throw new ProblemException(ProblemType.WRONG_STATUS, "Nothing is owed.");
        }
        Money amount = amount(owed.getCurrencyUnit(), request);
        if (!amount.isPositive() || amount.isGreaterThan(owed)) {
            throw ProblemException.malformed("amount", "expected more than zero and at most " + owed);
        }
        return amount;
    }

    private static Money amount(CurrencyUnit currency, PayBooking request) {
        try {
            return Money.of(currency, request.amount());
        } catch (ArithmeticException e) {
            throw ProblemException.malformed("amount", "expected at most " + currency.getDecimalPlaces() + " decimals");
        }
    }

    private Money owed(Transaction tx, StoredBooking booking) {
        return booking.stay().total().minus(register.paid(tx, booking));
    }

    /// Whether a booking in this status is paid here, and not as it is made.
    static boolean pays(BookingStatus status) {
        return PAYABLE.contains(status);
    }

    /// Applies the outcome of a card payment. An approval that nobody owes any more is let go.
    void settled(Transaction tx, BookingId id, PaymentId paymentId, GatewayOutcome outcome) {
        StoredBooking booking = register.require(tx, id);
        Payment payment = payments.getPayment(tx, paymentId);
        if (outcome instanceof GatewayOutcome.Approved) {
            Money amount = Money.of(payment.currency(), payment.amount());
            boolean wanted = pays(booking.status()) && !amount.isGreaterThan(owed(tx, booking));
            if (wanted) {
                payments.capture(tx, paymentId);
            } else {
                payments.release(tx, paymentId);
            }
            String action = wanted ? "booking.paid" : "booking.payment-released";
            register.save(tx, Caller.SYSTEM, register.withPayments(tx, booking), action, amount + " by card");
        } else if (outcome instanceof GatewayOutcome.Declined declined) {
            register.save(
                    tx, Caller.SYSTEM, register.withPayments(tx, booking), "booking.payment-declined", declined.code());
        } else {
            return;
        }
        finish(tx, paymentId);
    }

    /// Keeps the answer for a request that is gone.
    void finish(Transaction tx, PaymentId payment) {
        answers.finishSubject(tx, payment.value(), answerOf(tx, payment));
    }

    private Answer answerOf(Transaction tx, PaymentId id) {
        Payment payment = payments.getPayment(tx, id);
        return switch (payment.state()) {
            case SENT, UNKNOWN -> Answer.of(202, payment);
            case APPROVED, CAPTURING, CAPTURED -> Answer.of(201, payment);
            case VOIDING, VOIDED ->
                refusal(ProblemType.WRONG_STATUS, "The booking does not owe that any more. Nothing was charged.");
            case DECLINED ->
                refusal(
                        ProblemType.PAYMENT_DECLINED,
                        "The payment was declined: "
                                + payments.declineCode(tx, payment.bookingId()).orElse("no reason given")
                                + ". Nothing was charged.");
        };
    }

    private static Answer refusal(ProblemType type, String detail) {
        Problem problem = Problem.of(type, detail);
        return Answer.of(problem.status(), problem);
    }
}
