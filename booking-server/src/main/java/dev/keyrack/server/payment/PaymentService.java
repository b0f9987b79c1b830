package dev.keyrack.server.payment;

import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Payments and their states. Every call to the gateway has a durable operation before it; a time-out is unknown,
/// never a
/// no.
public final class PaymentService {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentService.class);
    /// How long the request that began an authorisation may take before the job asks for it.
    static final Duration REQUEST_TIME = Duration.ofSeconds(30);

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
                        id, booking, token, Payment.State.SENT, amount, zero, zero, null, clock.instant()));
        store.insertOperation(tx, id, Operation.Kind.AUTHORISE, amount, clock.instant());
        store.postpone(
                tx, store.requireAuthorisation(tx, id).id(), clock.instant().plus(REQUEST_TIME));
        return id;
    }

    private record Intent(Operation operation, String token) {}

    /// Asks the gateway; outside any transaction.
    public GatewayOutcome authorise(PaymentId payment) {
        Intent intent = database.read(tx -> new Intent(
                store.requireAuthorisation(tx, payment),
                store.require(tx, payment).token()));
        try {
            return gateway.authorise(
                    intent.operation().id(), intent.token(), intent.operation().amount());
        } catch (RuntimeException e) {
            LOG.warn("The gateway gave no answer to {}", intent.operation().id(), e);
            return new GatewayOutcome.Unknown();
        }
    }

    /// What an outcome means for the booking: less than asked is a no.
    private static GatewayOutcome asWhole(GatewayOutcome outcome, Money asked) {
        boolean partial = outcome instanceof GatewayOutcome.Approved approved
                && approved.amount().isLessThan(asked);
        return partial ? new GatewayOutcome.Declined("partial_approval") : outcome;
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
        if (payment.state() != Payment.State.SENT && payment.state() != Payment.State.UNKNOWN) {
            releaseLate(tx, payment, outcome);
            return Optional.empty();
        }
        Operation operation = store.requireAuthorisation(tx, id);
        GatewayOutcome meaning = asWhole(outcome, payment.amount());
        if (outcome instanceof GatewayOutcome.Approved approved) {
            store.setReference(tx, id, approved.reference());
        }
        switch (meaning) {
            case GatewayOutcome.Approved _ -> {
                store.finish(tx, operation.id(), Operation.State.DONE);
                store.setState(tx, id, Payment.State.APPROVED, clock.instant());
            }
            case GatewayOutcome.Declined declined -> {
                store.finish(tx, operation.id(), Operation.State.REFUSED);
                store.setDeclined(tx, id, declined.code(), clock.instant());
                if (outcome instanceof GatewayOutcome.Approved partial) {
                    store.insertOperation(tx, id, Operation.Kind.RELEASE, partial.amount(), clock.instant());
                }
            }
            case GatewayOutcome.Unknown _, GatewayOutcome.NotFound _ -> {
                store.setState(tx, id, Payment.State.UNKNOWN, clock.instant());
                store.postpone(tx, operation.id(), clock.instant().plusSeconds(1));
            }
        }
        return Optional.of(meaning);
    }

    /// An approval that comes after the gateway had said that it knew of none: nobody waits for that money, so it
    /// is let go.
    private void releaseLate(Transaction tx, PaymentStore.Stored payment, GatewayOutcome outcome) {
        if (outcome instanceof GatewayOutcome.Approved late
                && payment.state() == Payment.State.DECLINED
                && payment.reference() == null) {
            store.setReference(tx, payment.id(), late.reference());
            store.insertOperation(tx, payment.id(), Operation.Kind.RELEASE, late.amount(), clock.instant());
        }
    }

    /// Takes what was reserved; the job does it after the commit.
    public void capture(Transaction tx, PaymentId id) {
        PaymentStore.Stored payment = requireState(tx, id, Payment.State.APPROVED);
        store.setState(tx, id, Payment.State.CAPTURING, clock.instant());
        store.insertOperation(tx, id, Operation.Kind.CAPTURE, payment.amount(), clock.instant());
    }

    /// Lets go of what was reserved; the job does it after the commit.
    public void release(Transaction tx, PaymentId id) {
        PaymentStore.Stored payment = requireState(tx, id, Payment.State.APPROVED);
        store.setState(tx, id, Payment.State.VOIDING, clock.instant());
        store.insertOperation(tx, id, Operation.Kind.RELEASE, payment.amount(), clock.instant());
    }

    private PaymentStore.Stored requireState(Transaction tx, PaymentId id, Payment.State state) {
        PaymentStore.Stored payment = store.require(tx, id);
        if (payment.state() != state) {
            throw new IllegalStateException("payment " + id + " is " + payment.state() + ", not " + state);
        }
        return payment;
    }

    /// Promises to give back up to an amount of what the booking's payments took; the job does it after the commit.
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
                store.insertOperation(tx, payment.id(), Operation.Kind.REFUND, part, clock.instant());
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

    /// The token of the newest payment that went through.
    public Optional<String> tokenOf(Transaction tx, BookingId booking) {
        return store.findToken(tx, booking);
    }

    public List<Payment> listPayments(Transaction tx, BookingId booking) {
        return store.list(tx, booking).stream()
                .map(PaymentStore.Stored::toPayment)
                .toList();
    }
}
