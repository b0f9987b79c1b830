package dev.keyrack.server.payment;

import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// The rows of `payment` and `payment_operation`.
final class PaymentStore {

    /// A payment as it is stored.
    ///
    /// @param reference the gateway's name for it, once known
    record Stored(
            PaymentId id,
            BookingId booking,
            String token,
            Payment.State state,
            Money amount,
            Money captured,
            Money refunded,
            @Nullable String reference,
            Instant createdAt) {

        Payment toPayment() {
            return new Payment(
                    id, booking, state, amount.getAmount(), refunded.getAmount(), amount.getCurrencyUnit(), createdAt);
        }

        boolean taken() {
            return state == Payment.State.CAPTURING || state == Payment.State.CAPTURED;
        }
    }

    void insert(Transaction tx, Stored payment) {
        tx.update(
                "insert into payment (id, booking_id, token, state, amount, currency, created_at, updated_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                payment.id(),
                payment.booking(),
                payment.token(),
                payment.state(),
                payment.amount().getAmount(),
                payment.amount().getCurrencyUnit().getCode(),
                payment.createdAt(),
                payment.createdAt());
    }

    Stored require(Transaction tx, PaymentId id) {
        return tx.find("select * from payment where id = ?", PaymentStore::toStored, id)
                .orElseThrow(() -> new IllegalStateException("no payment " + id));
    }

    List<Stored> list(Transaction tx, BookingId booking) {
        return tx.list(
                "select * from payment where booking_id = ? order by created_at, id", PaymentStore::toStored, booking);
    }

    void setState(Transaction tx, PaymentId id, Payment.State state, Instant now) {
        tx.update("update payment set state = ?, updated_at = ? where id = ?", state, now, id);
    }

    void setReference(Transaction tx, PaymentId id, String reference) {
        tx.update("update payment set gateway_reference = ? where id = ?", reference, id);
    }

    void setDeclined(Transaction tx, PaymentId id, String code, Instant now) {
        tx.update(
                "update payment set state = 'DECLINED', decline_code = ?, updated_at = ? where id = ?", code, now, id);
    }

    Optional<String> findDeclineCode(Transaction tx, BookingId booking) {
        return tx.find(
                "select decline_code from payment where booking_id = ? and decline_code is not null"
                        + " order by created_at desc limit 1",
                row -> row.text("decline_code"),
                booking);
    }

    void setCaptured(Transaction tx, PaymentId id, Money captured) {
        tx.update("update payment set captured = ? where id = ?", captured.getAmount(), id);
    }

    void addRefunded(Transaction tx, PaymentId id, Money more) {
        tx.update("update payment set refunded = refunded + ? where id = ?", more.getAmount(), id);
    }

    void insertOperation(Transaction tx, PaymentId payment, Operation.Kind kind, Money amount, Instant now) {
        tx.update(
                "insert into payment_operation (id, payment_id, kind, amount, state, next_attempt_at, created_at)"
                        + " values (?, ?, ?, ?, 'OPEN', ?, ?)",
                UUID.randomUUID(),
                payment,
                kind,
                amount.getAmount(),
                now,
                now);
    }

    private static final String OPERATIONS =
            "select o.*, p.currency from payment_operation o join payment p on p.id = o.payment_id ";

    Operation requireAuthorisation(Transaction tx, PaymentId payment) {
        return tx.find(
                        OPERATIONS + "where o.payment_id = ? and o.kind = 'AUTHORISE'",
                        PaymentStore::toOperation,
                        payment)
                .orElseThrow(() -> new IllegalStateException("no authorisation of " + payment));
    }

    /// The open operations whose time has come, the oldest first.
    List<Operation> listDue(Transaction tx, Instant now) {
        return tx.list(
                OPERATIONS + "where o.state = 'OPEN' and o.next_attempt_at <= ? order by o.created_at, o.id limit 200",
                PaymentStore::toOperation,
                now);
    }

    /// Whether an operation of the same payment that is older is still open.
    boolean mustWait(Transaction tx, Operation operation) {
        return tx.find(
                        "select 1 as present from payment_operation where payment_id = ? and state = 'OPEN'"
                                + " and id <> ? and created_at < ? limit 1",
                        row -> 1,
                        operation.payment(),
                        operation.id(),
                        operation.createdAt())
                .isPresent();
    }

    /// Ends an open operation; false if it was not open any more.
    boolean finish(Transaction tx, String operationId, Operation.State state) {
        return tx.update("update payment_operation set state = ? where id = ? and state = 'OPEN'", state, operationId)
                == 1;
    }

    void postpone(Transaction tx, String operationId, Instant next) {
        tx.update(
                "update payment_operation set attempts = attempts + 1, next_attempt_at = ? where id = ? and state = 'OPEN'",
                next,
                operationId);
    }

    Optional<String> findToken(Transaction tx, BookingId booking) {
        return tx.find(
                "select token from payment where booking_id = ? and state in ('APPROVED', 'CAPTURING', 'CAPTURED')"
                        + " order by created_at desc limit 1",
                row -> row.text("token"),
                booking);
    }

    private static Operation toOperation(Row row) {
        return new Operation(
                row.text("id"),
                new PaymentId(row.text("payment_id")),
                row.constant("kind", Operation.Kind.class),
                row.money("amount"),
                row.constant("state", Operation.State.class),
                row.integer("attempts"),
                row.instant("created_at"));
    }

    private static Stored toStored(Row row) {
        return new Stored(
                new PaymentId(row.text("id")),
                new BookingId(row.text("booking_id")),
                row.text("token"),
                row.constant("state", Payment.State.class),
                row.money("amount"),
                row.money("captured"),
                row.money("refunded"),
                row.textOrNull("gateway_reference"),
                row.instant("created_at"));
    }
}
