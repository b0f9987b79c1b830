package dev.keyrack.server.payment;

import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Table;
import dev.keyrack.server.persistence.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// The rows of `payment` and `payment_operation`.
final class PaymentStore {

    /// Stands for the token of a card that was forgotten.
    private static final String NO_CARD = "erased";

    private static final String IMPORTED = "import-";

    private static final Table<PaymentId, Stored> PAYMENTS = Table.of(
            "payment",
            "id",
            "booking_id, method, token, state, amount, captured, refunded, currency, gateway_reference, decline_code,"
                    + " created_at, updated_at",
            "state",
            PaymentStore::toColumns,
            PaymentStore::toStored);

    private static final Table<String, Operation> OPERATIONS = Table.<String, Operation>of(
                    "payment_operation",
                    "id",
                    "payment_id, kind, amount, currency, state, attempts, next_attempt_at, created_at",
                    "state",
                    PaymentStore::toColumns,
                    PaymentStore::toOperation)
            .after(PAYMENTS);

    /// The payments of a booking, the oldest first.
    private static final Table<BookingId, List<PaymentId>> OF_BOOKING = Table.question(
            "payment",
            (tx, booking) -> Optional.of(tx.list(
                    "select id from payment where booking_id = ? order by created_at, id",
                    row -> new PaymentId(row.text("id")),
                    booking)));

    private static final Table<PaymentId, String> AUTHORISATIONS = Table.question(
            "payment_operation",
            (tx, payment) -> tx.find(
                    "select id from payment_operation where payment_id = ? and kind = 'AUTHORISE'",
                    row -> row.text("id"),
                    payment));

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
            @Nullable String declineCode,
            Instant createdAt,
            Instant updatedAt) {

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

        /// Whether it names a card; one that was brought in from elsewhere names none.
        boolean ofCard() {
            boolean imported = reference != null && reference.startsWith(IMPORTED);
            return method == Payment.Method.CARD && !imported && !token.equals(NO_CARD);
        }

        Stored withoutCard() {
            return new Stored(
                    id, booking, method, NO_CARD, state, amount, captured, refunded, reference, null, createdAt,
                    updatedAt);
        }

        boolean taken() {
            return state == Payment.State.CAPTURING || state == Payment.State.CAPTURED;
        }

        /// @throws IllegalStateException if it may not become that
        Stored moved(Payment.State to, Instant now) {
            PaymentStateRule.require(state, to);
            return new Stored(
                    id, booking, method, token, to, amount, captured, refunded, reference, declineCode, createdAt, now);
        }

        Stored withAnswer(@Nullable String name, @Nullable String refusal) {
            return new Stored(
                    id, booking, method, token, state, amount, captured, refunded, name, refusal, createdAt, updatedAt);
        }

        Stored withAmounts(Money nowCaptured, Money nowRefunded) {
            return new Stored(
                    id,
                    booking,
                    method,
                    token,
                    state,
                    amount,
                    nowCaptured,
                    nowRefunded,
                    reference,
                    declineCode,
                    createdAt,
                    updatedAt);
        }
    }

    void insert(Transaction tx, Stored payment) {
        List<PaymentId> before = tx.get(OF_BOOKING, payment.booking()).orElse(List.of());
        tx.insert(PAYMENTS, payment.id(), payment);
        tx.put(
                OF_BOOKING,
                payment.booking(),
                Stream.concat(before.stream(), Stream.of(payment.id())).toList());
    }

    /// Says that a booking that was made just now has no payments yet.
    void begin(Transaction tx, BookingId booking) {
        tx.insert(OF_BOOKING, booking, List.of());
    }

    Stored require(Transaction tx, PaymentId id) {
        return tx.get(PAYMENTS, id).orElseThrow(() -> new IllegalStateException("no payment " + id));
    }

    List<Stored> list(Transaction tx, BookingId booking) {
        return tx.get(OF_BOOKING, booking).orElse(List.of()).stream()
                .map(id -> require(tx, id))
                .toList();
    }

    void put(Transaction tx, Stored payment) {
        tx.put(PAYMENTS, payment.id(), payment);
    }

    /// Why the newest payment was declined that was.
    Optional<String> findDeclineCode(Transaction tx, BookingId booking) {
        return list(tx, booking).reversed().stream()
                .flatMap(payment -> Stream.ofNullable(payment.declineCode()))
                .findFirst();
    }

    Operation insertOperation(
            Transaction tx, Stored payment, Operation.Kind kind, Money amount, Instant now, Instant firstAttempt) {
        Operation operation = new Operation(
                UUID.randomUUID().toString(), payment.id(), kind, amount, Operation.State.OPEN, 0, firstAttempt, now);
        tx.insert(OPERATIONS, operation.id(), operation);
        if (kind == Operation.Kind.AUTHORISE) {
            tx.insert(AUTHORISATIONS, payment.id(), operation.id());
        }
        return operation;
    }

    Operation requireAuthorisation(Transaction tx, PaymentId payment) {
        return tx.get(AUTHORISATIONS, payment)
                .flatMap(id -> tx.get(OPERATIONS, id))
                .orElseThrow(() -> new IllegalStateException("no authorisation of " + payment));
    }

    /// The open operations whose time has come, the oldest first. One that needs another of its payment to be done
    /// before (a refund its capture, everything its authorisation) is not due until that is.
    ///
    /// The `case` keeps a database from going through all that are open for each of them.
    List<Operation> listDue(Transaction tx, Instant now) {
        return tx.list(
                "select o.* from payment_operation o where o.state = 'OPEN' and o.next_attempt_at <= ? and not exists ("
                        + "select 1 from payment_operation f where f.payment_id = o.payment_id"
                        + " and case when f.state = 'OPEN' then 1 else 0 end = 1"
                        + " and ((f.kind = 'AUTHORISE' and o.kind <> 'AUTHORISE')"
                        + " or (f.kind = 'CAPTURE' and o.kind = 'REFUND')))"
                        + " order by o.created_at, o.id limit 200",
                PaymentStore::toOperation,
                now);
    }

    /// Whether anything of a booking is still to be asked of the gateway.
    boolean hasOpenOperation(Transaction tx, BookingId booking) {
        return tx.find(
                        "select 1 from payment p join payment_operation o on o.payment_id = p.id"
                                + " where p.booking_id = ? and o.state = 'OPEN'",
                        _ -> true,
                        booking)
                .isPresent();
    }

    /// Makes everything open due.
    void hurry(Transaction tx, Instant now) {
        tx.update("update payment_operation set next_attempt_at = ? where state = 'OPEN'", now);
    }

    /// Ends an open operation; false if it was not open any more.
    boolean finish(Transaction tx, String operationId, Operation.State state) {
        Operation operation = requireOperation(tx, operationId);
        if (operation.state() != Operation.State.OPEN) {
            return false;
        }
        tx.put(OPERATIONS, operationId, operation.withState(state));
        return true;
    }

    /// Asks again later, if it is still open.
    void postpone(Transaction tx, String operationId, Instant next) {
        Operation operation = requireOperation(tx, operationId);
        if (operation.state() == Operation.State.OPEN) {
            tx.put(OPERATIONS, operationId, operation.postponed(next));
        }
    }

    private static Operation requireOperation(Transaction tx, String id) {
        return tx.get(OPERATIONS, id).orElseThrow(() -> new IllegalStateException("no operation " + id));
    }

    /// The token of the newest payment by card that went through.
    Optional<String> findToken(Transaction tx, BookingId booking) {
        return list(tx, booking).reversed().stream()
                .filter(payment -> payment.ofCard() && (payment.taken() || payment.state() == Payment.State.APPROVED))
                .map(Stored::token)
                .findFirst();
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

    private static @Nullable Object[] toColumns(Operation operation) {
        return new @Nullable Object[] {
            operation.id(),
            operation.payment(),
            operation.kind(),
            operation.amount().getAmount(),
            operation.amount().getCurrencyUnit().getCode(),
            operation.state(),
            operation.attempts(),
            operation.next(),
            operation.createdAt()
        };
    }

    private static Operation toOperation(Row row) {
        return new Operation(
                row.text("id"),
                new PaymentId(row.text("payment_id")),
                row.constant("kind", Operation.Kind.class),
                row.money("amount"),
                row.constant("state", Operation.State.class),
                row.integer("attempts"),
                row.instant("next_attempt_at"),
                row.instant("created_at"));
    }

    private static @Nullable Object[] toColumns(Stored payment) {
        return new @Nullable Object[] {
            payment.id(),
            payment.booking(),
            payment.method(),
            payment.token(),
            payment.state(),
            payment.amount().getAmount(),
            payment.captured().getAmount(),
            payment.refunded().getAmount(),
            payment.amount().getCurrencyUnit().getCode(),
            payment.reference(),
            payment.declineCode(),
            payment.createdAt(),
            payment.updatedAt()
        };
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
                row.textOrNull("decline_code"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
