package dev.keyrack.server.payment;

import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.server.persistence.Database;
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

    private final Database database;
    private final PaymentGateway gateway;
    private final Clock clock;
    private final PaymentStore store = new PaymentStore();

    public PaymentService(Database database, PaymentGateway gateway, Clock clock) {
        this.database = database;
        this.gateway = gateway;
        this.clock = clock;
    }

    PaymentStore store() {
        return store;
    }

    /// Writes the intent to take an amount.
    public PaymentId start(Transaction tx, BookingId booking, Money amount, String token) {
        PaymentId id = PaymentId.random();
        Money zero = Money.zero(amount.getCurrencyUnit());
        store.insert(
                tx,
                new PaymentStore.Stored(
                        id,
                        booking,
                        Payment.Method.CARD,
                        token,
                        Payment.State.SENT,
                        amount,
                        zero,
                        zero,
                        null,
                        clock.instant()));
        Instant now = clock.instant();
        store.insertOperation(tx, id, Operation.Kind.AUTHORISE, amount, now, now.plus(REQUEST_TIME));
        return id;
    }

    private record Intent(Operation operation, String token) {}

    /// Asks the gateway; outside any transaction. Where the outcome was recorded in the meantime, nothing is asked.
    public GatewayOutcome authorise(PaymentId payment) {
        Intent intent = database.read(tx -> new Intent(
                store.requireAuthorisation(tx, payment),
                store.require(tx, payment).token()));
        if (intent.operation().state() != Operation.State.OPEN) {
            return new GatewayOutcome.Unknown();
        }
        try {
            return gateway.authorise(
                    intent.operation().id(), intent.token(), intent.operation().amount());
        } catch (RuntimeException e) {
            LOG.warn("The gateway gave no answer to {}", intent.operation().id(), e);
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
        store.setReference(tx, payment.id(), approved.reference());
        store.insertOperation(
                tx,
                payment.id(),
                Operation.Kind.RELEASE,
                approved.amount().isSameCurrency(asked) ? approved.amount() : asked,
                clock.instant());
    }

    /// Why the newest declined payment of a booking was declined.
    public Optional<String> declineCode(Transaction tx, BookingId booking) {
        return store.findDeclineCode(tx, booking);
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
                store.setReference(tx, id, approved.reference());
                store.move(tx, payment, Payment.State.APPROVED, clock.instant());
            }
            case GatewayOutcome.Declined declined -> {
                store.finish(tx, operation.id(), Operation.State.REFUSED);
                store.setDeclineCode(tx, id, declined.code());
                store.move(tx, payment, Payment.State.DECLINED, clock.instant());
                if (outcome instanceof GatewayOutcome.Approved useless) {
                    letGo(tx, payment, useless);
                }
            }
            case GatewayOutcome.Unknown _, GatewayOutcome.NotFound _ -> {
                if (payment.state() == Payment.State.SENT) {
                    store.move(tx, payment, Payment.State.UNKNOWN, clock.instant());
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
        PaymentStore.Stored payment = store.require(tx, id);
        store.move(tx, payment, Payment.State.CAPTURING, clock.instant());
        store.insertOperation(tx, id, Operation.Kind.CAPTURE, payment.amount(), clock.instant());
    }

    /// Lets go of what was reserved; the job does it after the commit.
    public void release(Transaction tx, PaymentId id) {
        PaymentStore.Stored payment = store.require(tx, id);
        store.move(tx, payment, Payment.State.VOIDING, clock.instant());
        store.insertOperation(tx, id, Operation.Kind.RELEASE, payment.amount(), clock.instant());
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
                store.addRefunded(tx, payment.id(), part);
                if (payment.method() == Payment.Method.CASH) {
                    store.insertCashRefund(tx, payment.id(), part, clock.instant());
                } else {
                    store.insertOperation(tx, payment.id(), Operation.Kind.REFUND, part, clock.instant());
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
        PaymentId id = PaymentId.random();
        store.insert(
                tx,
                new PaymentStore.Stored(
                        id,
                        booking,
                        Payment.Method.CASH,
                        CASH,
                        Payment.State.CAPTURED,
                        amount,
                        amount,
                        Money.zero(amount.getCurrencyUnit()),
                        null,
                        clock.instant()));
        return id;
    }

    /// Whether the outcome of any of a booking's payments is not known yet.
    public boolean waits(Transaction tx, BookingId booking) {
        return store.list(tx, booking).stream().anyMatch(payment -> PaymentStateRule.waits(payment.state()));
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
