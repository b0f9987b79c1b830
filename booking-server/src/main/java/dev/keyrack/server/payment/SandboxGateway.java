package dev.keyrack.server.payment;

import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Table;
import dev.keyrack.server.persistence.Transaction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// A gateway for demonstrations and tests, with books of its own. Its tokens: `tok_approve` and `payment_token_xyz`
/// approve; `tok_decline_insufficient_funds` and `tok_decline_stolen` decline; `tok_partial` approves half;
/// `tok_timeout` approves but the answer gets lost; `tok_timeout_lost` loses the question.
public final class SandboxGateway implements PaymentGateway {

    private static final Table<String, Charge> CHARGES = Table.of(
            "sandbox_charge",
            "reference",
            "operation_id, token, currency, authorised, captured, refunded, voided",
            "operation_id",
            SandboxGateway::toColumns,
            SandboxGateway::toCharge);

    private static final Table<String, Done> OPERATIONS = Table.of(
            "sandbox_operation",
            "operation_id",
            "outcome",
            "operation_id",
            done -> new Object[] {done.operationId(), toText(done.outcome())},
            row -> new Done(row.text("operation_id"), ofText(row.text("outcome"))));

    private record Charge(
            String reference,
            String operationId,
            String token,
            Money authorised,
            Money captured,
            Money refunded,
            boolean voided) {

        Charge with(Money nowCaptured, Money nowRefunded, boolean nowVoided) {
            return new Charge(reference, operationId, token, authorised, nowCaptured, nowRefunded, nowVoided);
        }
    }

    private record Done(String operationId, GatewayOutcome outcome) {}

    private final Database database;

    public SandboxGateway(Database database) {
        this.database = database;
    }

    @Override
    public GatewayOutcome authorise(String operationId, String token, Money amount) {
        if (token.equals("tok_timeout_lost")) {
            throw new GatewayTimeoutException("the question got lost");
        }
        GatewayOutcome outcome = once(operationId, tx -> decide(tx, operationId, token, amount));
        if (token.equals("tok_timeout")) {
            throw new GatewayTimeoutException("the answer got lost");
        }
        return outcome;
    }

    private static GatewayOutcome decide(Transaction tx, String operationId, String token, Money amount) {
        return switch (token) {
            case "tok_approve", "payment_token_xyz", "tok_timeout" -> book(tx, operationId, token, amount);
            case "tok_partial" -> book(tx, operationId, token, amount.dividedBy(2, RoundingMode.DOWN));
            case "tok_decline_insufficient_funds" -> new GatewayOutcome.Declined("insufficient_funds");
            case "tok_decline_stolen" -> new GatewayOutcome.Declined("stolen_card");
            default -> new GatewayOutcome.Declined("unknown_token");
        };
    }

    private static GatewayOutcome book(Transaction tx, String operationId, String token, Money amount) {
        String reference = "sandbox-" + UUID.randomUUID();
        Money zero = Money.zero(amount.getCurrencyUnit());
        tx.insert(CHARGES, reference, new Charge(reference, operationId, token, amount, zero, zero, false));
        return new GatewayOutcome.Approved(reference, amount);
    }

    @Override
    public GatewayOutcome lookup(String operationId) {
        return database.read(tx -> tx.get(OPERATIONS, operationId))
                .map(Done::outcome)
                .orElse(new GatewayOutcome.NotFound());
    }

    @Override
    public GatewayOutcome capture(String operationId, String reference, Money amount) {
        return once(
                operationId,
                tx -> move(tx, reference, amount, charge -> {
                    Money captured = charge.captured().plus(amount);
                    return charge.voided() || captured.isGreaterThan(charge.authorised())
                            ? Optional.empty()
                            : Optional.of(charge.with(captured, charge.refunded(), false));
                }));
    }

    @Override
    public GatewayOutcome release(String operationId, String reference, Money amount) {
        return once(operationId, tx -> {
            Optional<Charge> open = tx.get(CHARGES, reference)
                    .filter(charge -> !charge.voided() && charge.captured().isZero());
            open.ifPresent(
                    charge -> tx.put(CHARGES, reference, charge.with(charge.captured(), charge.refunded(), true)));
            return open.isPresent()
                    ? new GatewayOutcome.Approved(reference, amount)
                    : new GatewayOutcome.Declined("not_voidable");
        });
    }

    @Override
    public GatewayOutcome refund(String operationId, String reference, Money amount) {
        return once(
                operationId,
                tx -> move(tx, reference, amount, charge -> {
                    Money refunded = charge.refunded().plus(amount);
                    return charge.voided() || refunded.isGreaterThan(charge.captured())
                            ? Optional.empty()
                            : Optional.of(charge.with(charge.captured(), refunded, false));
                }));
    }

    private static GatewayOutcome move(
            Transaction tx, String reference, Money amount, Function<Charge, Optional<Charge>> change) {
        Optional<Charge> changed = tx.get(CHARGES, reference).flatMap(change);
        changed.ifPresent(charge -> tx.put(CHARGES, reference, charge));
        return changed.isPresent()
                ? new GatewayOutcome.Approved(reference, amount)
                : new GatewayOutcome.Declined("amount_not_available");
    }

    private GatewayOutcome once(String operationId, Function<Transaction, GatewayOutcome> work) {
        return database.write(
                OPERATIONS,
                operationId,
                tx -> tx.get(OPERATIONS, operationId)
                        .orElseGet(() -> {
                            Done done = new Done(operationId, work.apply(tx));
                            tx.put(OPERATIONS, operationId, done);
                            return done;
                        })
                        .outcome());
    }

    private static @Nullable Object[] toColumns(Charge charge) {
        return new @Nullable Object[] {
            charge.reference(),
            charge.operationId(),
            charge.token(),
            charge.authorised().getCurrencyUnit().getCode(),
            charge.authorised().getAmount(),
            charge.captured().getAmount(),
            charge.refunded().getAmount(),
            charge.voided()
        };
    }

    private static Charge toCharge(Row row) {
        return new Charge(
                row.text("reference"),
                row.text("operation_id"),
                row.text("token"),
                row.money("authorised"),
                row.money("captured"),
                row.money("refunded"),
                row.flag("voided"));
    }

    private static String toText(GatewayOutcome outcome) {
        return switch (outcome) {
            case GatewayOutcome.Approved(String reference, Money amount) ->
                "approved " + reference + " " + amount.getCurrencyUnit() + " " + amount.getAmount();
            case GatewayOutcome.Declined(String code) -> "declined " + code;
            default -> throw new IllegalStateException("a gateway's books hold no " + outcome);
        };
    }

    private static GatewayOutcome ofText(String text) {
        String[] words = text.split(" ", -1);
        return words[0].equals("approved")
                ? new GatewayOutcome.Approved(words[1], Money.of(CurrencyUnit.of(words[2]), new BigDecimal(words[3])))
                : new GatewayOutcome.Declined(words[1]);
    }
}
