package dev.keyrack.server.payment;

import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.server.persistence.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Payments and their states. Every call to the gateway has a durable operation before it; a time-out is unknown, never
/// a no.
public final class PaymentService {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentService.class);
    /// How long the request that began an authorisation may take before the job asks for it.
    static final Duration REQUEST_TIME = Duration.ofSeconds(30);

    private static final String CASH = "cash";

    private final PaymentGateway gateway;
    private final Clock clock;
    private final PaymentStore store = new PaymentStore();

    public PaymentService(PaymentGateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    PaymentStore store() {
        return store;
    }

    /// An authorisation that is to be asked for once its intent is durable.
    public record Intent(PaymentId payment, String operationId, String token, Money amount, Instant since) {}

    /// Says that a booking that was made just now has no payments yet.
    public void begin(Transaction tx, BookingId booking) {
        store.begin(tx, booking);
    }

    /// Writes the intent to take an amount.
    public Intent start(Transaction tx, BookingId booking, Money amount, String token) {
        Instant now = clock.instant();
        PaymentStore.Stored payment = create(booking, Payment.Method.CARD, token, Payment.State.SENT, amount, now);
        store.insert(tx, payment);
        Operation operation =
                store.insertOperation(tx, payment, Operation.Kind.AUTHORISE, amount, now, now.plus(REQUEST_TIME));
        return new Intent(payment.id(), operation.id(), token, amount, now);
    }

    private static PaymentStore.Stored create(
            BookingId booking, Payment.Method method, String token, Payment.State state, Money amount, Instant now) {
        Money zero = Money.zero(amount.getCurrencyUnit());
        return new PaymentStore.Stored(
                PaymentId.random(),
                booking,
                method,
                token,
                state,
                amount,
                state == Payment.State.CAPTURED ? amount : zero,
                zero,
                null,
                null,
                now,
                now);
    }

    /// Asks the gateway; outside any transaction. An intent that was left lying is the job's: nothing is asked.
    public GatewayOutcome authorise(Intent intent) {
        if (!clock.instant().isBefore(intent.since().plus(REQUEST_TIME))) {
            return new GatewayOutcome.Unknown();
        }
        try {
            return gateway.authorise(intent.operationId(), intent.token(), intent.amount());
        } catch (RuntimeException e) {
            LOG.warn("The gateway gave no answer to {}", intent.operationId(), e);
            return new GatewayOutcome.Unknown();
        }
    }

    /// What an outcome means for the booking: another amount than was asked for is a no.
    private static GatewayOutcome asWhole(GatewayOutcome outcome, Money asked) {
        if (!(outcome instanceof GatewayOutcome.Approved approved)
                || approved.amount().equals(asked)) {
            return outcome;
        }
        boolean partial =
                approved.amount().isSameCurrency(asked) && approved.amount().isLessThan(asked);
        return new GatewayOutcome.Declined(partial ? "partial_approval" : "amount_mismatch");
    }

    /// Lets go of an approval that is of no use; what it was for is told as declined.
    private void letGo(Transaction tx, PaymentStore.Stored payment, GatewayOutcome.Approved approved) {
        Money asked = payment.amount();
        store.put(tx, payment.withAnswer(approved.reference(), payment.declineCode()));
        promise(
                tx,
                payment,
                Operation.Kind.RELEASE,
                approved.amount().isSameCurrency(asked) ? approved.amount() : asked);
    }

    /// Why the newest declined payment of a booking was declined.
    public Optional<String> declineCode(Transaction tx, BookingId booking) {
        return store.findDeclineCode(tx, booking);
    }

    /// Why a payment was declined, if it was.
    public Optional<String> findDeclineCode(Transaction tx, PaymentId id) {
        return Optional.ofNullable(store.require(tx, id).declineCode());
    }

    /// Records the outcome of an authorisation.
    ///
    /// @return what it means for the booking; empty if it was recorded before
    public Optional<GatewayOutcome> settle(Transaction tx, PaymentId id, GatewayOutcome outcome) {
        PaymentStore.Stored payment = store.require(tx, id);
        if (!PaymentStateRule.waits(payment.state())) {
            releaseLate(tx, payment, outcome);
            return Optional.empty();
        }
        Operation operation = store.requireAuthorisation(tx, id);
        GatewayOutcome meaning = asWhole(outcome, payment.amount());
        switch (meaning) {
            case GatewayOutcome.Approved approved -> {
                store.finish(tx, operation.id(), Operation.State.DONE);
                store.put(
                        tx,
                        payment.moved(Payment.State.APPROVED, clock.instant()).withAnswer(approved.reference(), null));
            }
            case GatewayOutcome.Declined declined -> {
                store.finish(tx, operation.id(), Operation.State.REFUSED);
                PaymentStore.Stored refused =
                        payment.moved(Payment.State.DECLINED, clock.instant()).withAnswer(null, declined.code());
                store.put(tx, refused);
                if (outcome instanceof GatewayOutcome.Approved useless) {
                    letGo(tx, refused, useless);
                }
            }
            case GatewayOutcome.Unknown _, GatewayOutcome.NotFound _ -> {
                if (payment.state() == Payment.State.SENT) {
                    store.put(tx, payment.moved(Payment.State.UNKNOWN, clock.instant()));
                }
                store.postpone(tx, operation.id(), clock.instant().plusSeconds(1));
            }
        }
        return Optional.of(meaning);
    }

    /// An approval that comes after a no was recorded: nobody waits for that money, so it is let go.
    private void releaseLate(Transaction tx, PaymentStore.Stored payment, GatewayOutcome outcome) {
        if (outcome instanceof GatewayOutcome.Approved late
                && payment.state() == Payment.State.DECLINED
                && payment.reference() == null) {
            letGo(tx, payment, late);
        }
    }

    /// Takes what was reserved; the job does it after the commit.
    public void capture(Transaction tx, PaymentId id) {
        promise(tx, store.require(tx, id), Payment.State.CAPTURING, Operation.Kind.CAPTURE);
    }

    /// Lets go of what was reserved; the job does it after the commit.
    public void release(Transaction tx, PaymentId id) {
        promise(tx, store.require(tx, id), Payment.State.VOIDING, Operation.Kind.RELEASE);
    }

    private void promise(Transaction tx, PaymentStore.Stored payment, Payment.State state, Operation.Kind kind) {
        store.put(tx, payment.moved(state, clock.instant()));
        promise(tx, payment, kind, payment.amount());
    }

    private void promise(Transaction tx, PaymentStore.Stored payment, Operation.Kind kind, Money amount) {
        Instant now = clock.instant();
        store.insertOperation(tx, payment, kind, amount, now, now);
    }

    /// Promises to give back up to an amount of what the booking's payments took; the job does it after the commit.
    /// What was paid in cash is written down as paid back.
    ///
    /// @return what was promised
    public Money refund(Transaction tx, BookingId booking, Money amount) {
        Money open = amount;
        for (PaymentStore.Stored payment : store.list(tx, booking).reversed()) {
            if (!payment.taken() || open.isZero()) {
                continue;
            }
            Money left = payment.amount().minus(payment.refunded());
            Money part = left.isLessThan(open) ? left : open;
            if (part.isPositive()) {
                store.put(
                        tx,
                        payment.withAmounts(
                                payment.captured(), payment.refunded().plus(part)));
                Instant now = clock.instant();
                Operation operation = store.insertOperation(tx, payment, Operation.Kind.REFUND, part, now, now);
                if (payment.method() == Payment.Method.CASH) {
                    store.finish(tx, operation.id(), Operation.State.DONE);
                }
                open = open.minus(part);
            }
        }
        return amount.minus(open);
    }

    /// What was taken, or is being taken, and is not promised back.
    public Money paid(Transaction tx, BookingId booking, CurrencyUnit currency) {
        return store.list(tx, booking).stream()
                .filter(PaymentStore.Stored::taken)
                .map(payment -> payment.amount().minus(payment.refunded()))
                .reduce(Money.zero(currency), Money::plus);
    }

    /// Writes down that staff took cash. It is paid at once: nothing is asked of the gateway.
    public PaymentId recordCash(Transaction tx, BookingId booking, Money amount) {
        PaymentStore.Stored payment =
                create(booking, Payment.Method.CASH, CASH, Payment.State.CAPTURED, amount, clock.instant());
        store.insert(tx, payment);
        return payment.id();
    }

    /// Whether the outcome of any of a booking's payments is not known yet.
    public boolean waits(Transaction tx, BookingId booking) {
        return store.list(tx, booking).stream().anyMatch(payment -> PaymentStateRule.waits(payment.state()));
    }

    /// Whether money of a booking is being moved, or is only reserved.
    public boolean isUnderWay(Transaction tx, BookingId booking) {
        return store.list(tx, booking).stream().anyMatch(payment -> PaymentStateRule.isUnderWay(payment.state()))
                || store.hasOpenOperation(tx, booking);
    }

    /// Forgets the cards that a booking was paid with, and why one was declined.
    public void forgetCards(Transaction tx, BookingId booking) {
        store.list(tx, booking).stream()
                .filter(PaymentStore.Stored::ofCard)
                .forEach(payment -> store.put(tx, payment.withoutCard()));
    }

    public Payment getPayment(Transaction tx, PaymentId id) {
        return store.require(tx, id).toPayment();
    }

    /// The token of the newest payment that went through.
    public Optional<String> tokenOf(Transaction tx, BookingId booking) {
        return store.findToken(tx, booking);
    }

    public List<Payment> listPayments(Transaction tx, BookingId booking) {
        return store.list(tx, booking).stream()
                .map(PaymentStore.Stored::toPayment)
                .toList();
    }

    /// Where payments and their operations contradict each other, one fault a line; empty if all is well. The gateway's
    /// books are not looked at.
    public List<String> listInconsistencies(Transaction tx) {
        return store.listContradictions(tx);
    }
}
