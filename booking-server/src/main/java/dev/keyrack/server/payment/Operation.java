package dev.keyrack.server.payment;

import dev.keyrack.contract.value.PaymentId;
import java.time.Instant;
import org.joda.money.Money;

/// One call to the gateway, written down before it is made. Its id is the idempotency key.
record Operation(String id, PaymentId payment, Kind kind, Money amount, State state, int attempts, Instant createdAt) {

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
