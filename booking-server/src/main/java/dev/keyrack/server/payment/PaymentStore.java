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
            Payment.Method method,
            String token,
            Payment.State state,
            Money amount,
            Money captured,
            Money refunded,
            @Nullable String reference,
            Instant createdAt) {

        Payment toPayment() {
            return new Payment(
                    id,
                    booking,
                    method,
                    state,
                    amount.getAmount(),
                    refunded.getAmount(),
                    amount.getCurrencyUnit(),
                    createdAt);
        }

        boolean taken() {
            return state == Payment.State.CAPTURING || state == Payment.State.CAPTURED;
        }
    }

    void insert(Transaction tx, Stored payment) {
        tx.update(
                "insert into payment (id, booking_id, method, token, state, amount, captured, currency, created_at,"
                        + " updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                payment.id(),
                payment.booking(),
                payment.method(),
                payment.token(),
                payment.state(),
                payment.amount().getAmount(),
                payment.captured().getAmount(),
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

    /// @throws IllegalStateException if the payment may not become that, or is not what it was read as any more
    void move(Transaction tx, Stored payment, Payment.State to, Instant now) {
        PaymentStateRule.require(payment.state(), to);
        int moved = tx.update(
                "update payment set state = ?, updated_at = ? where id = ? and state = ?",
                to,
                now,
                payment.id(),
                payment.state());
        if (moved != 1) {
            throw new IllegalStateException("payment " + payment.id() + " is not " + payment.state() + " any more");
        }
    }

    void setReference(Transaction tx, PaymentId id, String reference) {
        tx.update("update payment set gateway_reference = ? where id = ?", reference, id);
    }

    void setDeclineCode(Transaction tx, PaymentId id, String code) {
        tx.update("update payment set decline_code = ? where id = ?", code, id);
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
        insertOperation(tx, payment, kind, amount, now, now);
    }

    void insertOperation(
            Transaction tx, PaymentId payment, Operation.Kind kind, Money amount, Instant now, Instant firstAttempt) {
        tx.update(
                "insert into payment_operation (id, payment_id, kind, amount, state, next_attempt_at, created_at)"
                        + " values (?, ?, ?, ?, 'OPEN', ?, ?)",
                UUID.randomUUID(),
                payment,
                kind,
                amount.getAmount(),
                firstAttempt,
                now);
    }

    /// Writes down what was paid back by hand: nothing is asked of the gateway.
    void insertCashRefund(Transaction tx, PaymentId payment, Money amount, Instant now) {
        tx.update(
                "insert into payment_operation (id, payment_id, kind, amount, state, next_attempt_at, created_at)"
                        + " values (?, ?, 'REFUND', ?, 'DONE', ?, ?)",
                UUID.randomUUID(),
                payment,
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

    /// The open operations whose time has come, the oldest first. One that needs another of its payment to be done
    /// before (a refund its capture, everything its authorisation) is not due until that is.
    List<Operation> listDue(Transaction tx, Instant now) {
        return tx.list(
                OPERATIONS + "where o.state = 'OPEN' and o.next_attempt_at <= ? and not exists (select 1"
                        + " from payment_operation f where f.payment_id = o.payment_id and f.state = 'OPEN'"
                        + " and ((f.kind = 'AUTHORISE' and o.kind <> 'AUTHORISE')"
                        + " or (f.kind = 'CAPTURE' and o.kind = 'REFUND')))"
                        + " order by o.created_at, o.id limit 200",
                PaymentStore::toOperation,
                now);
    }

    /// Makes everything open due.
    void hurry(Transaction tx, Instant now) {
        tx.update("update payment_operation set next_attempt_at = ? where state = 'OPEN'", now);
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
                "select token from payment where booking_id = ? and method = 'CARD' and state in ('APPROVED', 'CAPTURING', 'CAPTURED')"
                        + " order by created_at desc limit 1",
                row -> row.text("token"),
                booking);
    }

    private static final String CONTRADICTIONS = """
            select id, 'its amounts do not fit its state' as fault from payment
             where captured > amount or refunded > amount
                or (state = 'CAPTURED' and captured <> amount) or (state <> 'CAPTURED' and captured > 0)
                or (refunded > 0 and state not in ('CAPTURING', 'CAPTURED'))
            union all
            select id, 'its charge has no name' from payment
             where gateway_reference is null and method = 'CARD'
               and state in ('APPROVED', 'CAPTURING', 'CAPTURED', 'VOIDING', 'VOIDED')
            union all
            select p.id, 'it is cash, and was asked of the gateway' from payment p
             where p.method = 'CASH' and (p.state <> 'CAPTURED' or p.gateway_reference is not null
                or exists (select 1 from payment_operation o where o.payment_id = p.id
                              and (o.kind <> 'REFUND' or o.state <> 'DONE')))
            union all
            select p.id, 'its refunds do not add up' from payment p
             where p.refunded <> (select coalesce(sum(o.amount), 0) from payment_operation o
                                   where o.payment_id = p.id and o.kind = 'REFUND')
            union all
            select payment_id, 'it has more than one ' || kind from payment_operation
             where kind <> 'REFUND' group by payment_id, kind having count(*) > 1
            union all
            select payment_id, 'the gateway refused ' || kind from payment_operation
             where state = 'REFUSED' and kind <> 'AUTHORISE'
            union all
            select p.id, o.kind || ' is open, but it is ' || p.state
              from payment_operation o join payment p on p.id = o.payment_id
             where o.state = 'OPEN'
               and not ((o.kind = 'AUTHORISE' and p.state in ('SENT', 'UNKNOWN'))
                     or (o.kind = 'CAPTURE' and p.state = 'CAPTURING')
                     or (o.kind = 'RELEASE' and p.state in ('VOIDING', 'DECLINED'))
                     or (o.kind = 'REFUND' and p.state in ('CAPTURING', 'CAPTURED')))
            union all
            select p.id, 'it is ' || p.state || ', and nothing is under way' from payment p
             where p.state in ('SENT', 'UNKNOWN', 'CAPTURING', 'VOIDING')
               and not exists (select 1 from payment_operation o where o.payment_id = p.id and o.kind =
                        case p.state when 'CAPTURING' then 'CAPTURE' when 'VOIDING' then 'RELEASE' else 'AUTHORISE' end
                        and (o.state = 'OPEN' or (o.state = 'REFUSED' and o.kind <> 'AUTHORISE')))
            order by 1, 2
            """;

    /// What contradicts itself, one fault a line.
    List<String> listContradictions(Transaction tx) {
        return tx.list(CONTRADICTIONS, row -> "payment " + row.text("id") + ": " + row.text("fault"));
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
                row.constant("method", Payment.Method.class),
                row.text("token"),
                row.constant("state", Payment.State.class),
                row.money("amount"),
                row.money("captured"),
                row.money("refunded"),
                row.textOrNull("gateway_reference"),
                row.instant("created_at"));
    }
}
