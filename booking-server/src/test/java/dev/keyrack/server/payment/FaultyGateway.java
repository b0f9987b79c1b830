package dev.keyrack.server.payment;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.function.Function;
import org.joda.money.Money;

/// A gateway behind a bad line, in a server that may die at any moment: questions and answers get lost, come late or
/// twice, and the process ends before or after a call. All from one seed.
final class FaultyGateway implements PaymentGateway {

    /// The process ended here.
    static final class Crash extends Error {

        private static final long serialVersionUID = 1L;

        Crash() {
            super("the process ended", null, false, false);
        }
    }

    /// Which id reaches the gateway when an operation is asked for again.
    enum Ids {
        KEPT,
        /// The planted fault: each retry looks like a new operation.
        NEW_FOR_EACH_RETRY
    }

    private final PaymentGateway gateway;
    private final Random random;
    private final Ids ids;
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Queue<Runnable> underway = new ArrayDeque<>();
    private boolean healed;
    private int faults;

    FaultyGateway(PaymentGateway gateway, Random random, Ids ids) {
        this.gateway = gateway;
        this.random = random;
        this.ids = ids;
    }

    void heal() {
        healed = true;
    }

    int faults() {
        return faults;
    }

    /// Brings what is still on its way to the gateway.
    void deliver() {
        while (!underway.isEmpty()) {
            underway.remove().run();
        }
    }

    @Override
    public GatewayOutcome authorise(String operationId, String token, Money amount) {
        return change(operationId, id -> gateway.authorise(id, token, amount));
    }

    @Override
    public GatewayOutcome capture(String operationId, String reference, Money amount) {
        return change(operationId, id -> gateway.capture(id, reference, amount));
    }

    @Override
    public GatewayOutcome release(String operationId, String reference, Money amount) {
        return change(operationId, id -> gateway.release(id, reference, amount));
    }

    @Override
    public GatewayOutcome refund(String operationId, String reference, Money amount) {
        return change(operationId, id -> gateway.refund(id, reference, amount));
    }

    @Override
    public GatewayOutcome lookup(String operationId) {
        int fault = healed ? 9 : random.nextInt(10);
        faults += fault < 4 ? 1 : 0;
        return switch (fault) {
            case 0 -> throw new GatewayTimeoutException("the look-up got lost");
            case 1 -> throw new IllegalStateException("the gateway is broken");
            case 2 -> throw new Crash();
            case 3 -> new GatewayOutcome.Unknown();
            default -> gateway.lookup(operationId);
        };
    }

    private GatewayOutcome change(String operationId, Function<String, GatewayOutcome> call) {
        int fault = healed ? 15 : random.nextInt(16);
        faults += fault < 8 ? 1 : 0;
        return switch (fault) {
            case 0 -> throw new GatewayTimeoutException("the question got lost");
            case 1 -> throw new IllegalStateException("the gateway is broken");
            case 2 -> throw new Crash();
            case 3 -> {
                underway.add(() -> quietly(operationId, call));
                throw new GatewayTimeoutException("the question is late");
            }
            case 4 -> {
                send(operationId, call);
                throw new GatewayTimeoutException("the answer got lost");
            }
            case 5 -> {
                send(operationId, call);
                throw new Crash();
            }
            case 6 -> {
                send(operationId, call);
                yield new GatewayOutcome.Unknown();
            }
            case 7 -> {
                quietly(operationId, call);
                yield send(operationId, call);
            }
            default -> send(operationId, call);
        };
    }

    private void quietly(String operationId, Function<String, GatewayOutcome> call) {
        try {
            send(operationId, call);
        } catch (GatewayTimeoutException expected) {
            // the sandbox did what was asked; nobody waits for the answer
        }
    }

    private GatewayOutcome send(String operationId, Function<String, GatewayOutcome> call) {
        int attempt = attempts.merge(operationId, 1, Integer::sum);
        boolean renamed = ids == Ids.NEW_FOR_EACH_RETRY && attempt > 1;
        return call.apply(renamed ? operationId + "-" + attempt : operationId);
    }
}
