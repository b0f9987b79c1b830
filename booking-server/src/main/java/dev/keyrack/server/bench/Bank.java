package dev.keyrack.server.bench;

import dev.keyrack.server.payment.GatewayOutcome;
import dev.keyrack.server.payment.PaymentGateway;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.joda.money.Money;

/// A payment service that says yes to everything at once, and keeps its books elsewhere than in the server's database,
/// as one outside does.
public final class Bank implements PaymentGateway {

    private final Map<String, GatewayOutcome> done = new ConcurrentHashMap<>();

    private GatewayOutcome approve(String operationId, String reference, Money amount) {
        return done.computeIfAbsent(operationId, _ -> new GatewayOutcome.Approved(reference, amount));
    }

    @Override
    public GatewayOutcome authorise(String operationId, String token, Money amount) {
        return approve(operationId, "bank-" + operationId, amount);
    }

    @Override
    public GatewayOutcome lookup(String operationId) {
        return done.getOrDefault(operationId, new GatewayOutcome.NotFound());
    }

    @Override
    public GatewayOutcome capture(String operationId, String reference, Money amount) {
        return approve(operationId, reference, amount);
    }

    @Override
    public GatewayOutcome release(String operationId, String reference, Money amount) {
        return approve(operationId, reference, amount);
    }

    @Override
    public GatewayOutcome refund(String operationId, String reference, Money amount) {
        return approve(operationId, reference, amount);
    }
}
