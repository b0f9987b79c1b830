package dev.keyrack.server.payment;

import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/// A gateway for demonstrations and tests, with books of its own. Its tokens: `tok_approve` and `payment_token_xyz`
/// approve; `tok_decline_insufficient_funds` and `tok_decline_stolen` decline; `tok_partial` approves half;
/// `tok_timeout` approves but the answer gets lost; `tok_timeout_lost` loses the question.
public final class SandboxGateway implements PaymentGateway {

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
        tx.update(
                "insert into sandbox_charge (reference, operation_id, token, currency, authorised) values (?, ?, ?, ?, ?)",
                reference,
                operationId,
                token,
                amount.getCurrencyUnit().getCode(),
                amount.getAmount());
        return new GatewayOutcome.Approved(reference, amount);
    }

    @Override
    public GatewayOutcome lookup(String operationId) {
        return database.read(tx -> find(tx, operationId)).orElse(new GatewayOutcome.NotFound());
    }

    @Override
    public GatewayOutcome capture(String operationId, String reference, Money amount) {
        return once(
                operationId,
                tx -> move(
                        tx,
                        "update sandbox_charge set captured = captured + ?"
                                + " where reference = ? and not voided and captured + ? <= authorised",
                        reference,
                        amount));
    }

    @Override
    public GatewayOutcome release(String operationId, String reference, Money amount) {
        return once(operationId, tx -> {
            int changed = tx.update(
                    "update sandbox_charge set voided = true where reference = ? and not voided and captured = 0",
                    reference);
            return changed == 1
                    ? new GatewayOutcome.Approved(reference, amount)
                    : new GatewayOutcome.Declined("not_voidable");
        });
    }

    @Override
    public GatewayOutcome refund(String operationId, String reference, Money amount) {
        return once(
                operationId,
                tx -> move(
                        tx,
                        "update sandbox_charge set refunded = refunded + ?"
                                + " where reference = ? and not voided and refunded + ? <= captured",
                        reference,
                        amount));
    }

    private static GatewayOutcome move(Transaction tx, String sql, String reference, Money amount) {
        int changed = tx.update(sql, amount.getAmount(), reference, amount.getAmount());
        return changed == 1
                ? new GatewayOutcome.Approved(reference, amount)
                : new GatewayOutcome.Declined("amount_not_available");
    }

    private GatewayOutcome once(String operationId, Function<Transaction, GatewayOutcome> work) {
        return database.write(tx -> find(tx, operationId).orElseGet(() -> {
            GatewayOutcome outcome = work.apply(tx);
            tx.update(
                    "insert into sandbox_operation (operation_id, outcome) values (?, ?)",
                    operationId,
                    toText(outcome));
            return outcome;
        }));
    }

    private static Optional<GatewayOutcome> find(Transaction tx, String operationId) {
        return tx.find(
                "select outcome from sandbox_operation where operation_id = ?",
                row -> ofText(row.text("outcome")),
                operationId);
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
