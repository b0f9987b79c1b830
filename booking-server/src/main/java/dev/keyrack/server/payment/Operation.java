package dev.keyrack.server.payment;

import dev.keyrack.contract.value.PaymentId;
import java.time.Instant;
import org.joda.money.Money;

/// One call to the gateway, written down before it is made. Its id is the idempotency key.
///
/// @param next when it is tried again, while it is open
record Operation(
        String id,
        PaymentId payment,
        Kind kind,
        Money amount,
        State state,
        int attempts,
        Instant next,
        Instant createdAt) {

    Operation withState(State ended) {
        return new Operation(id, payment, kind, amount, ended, attempts, next, createdAt);
    }

    /// Tried once more without an answer.
    Operation postponed(Instant until) {
        return new Operation(id, payment, kind, amount, state, attempts + 1, until, createdAt);
    }

    enum Kind {
        AUTHORISE,
        CAPTURE,
        RELEASE,
        REFUND
    }

    /// OPEN until its outcome is known for certain.
    enum State {
        OPEN,
        DONE,
        REFUSED
    }
}
