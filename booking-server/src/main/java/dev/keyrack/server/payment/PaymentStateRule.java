package dev.keyrack.server.payment;

import dev.keyrack.contract.payment.Payment;
import java.util.Set;

/// Which state of a payment may follow which.
final class PaymentStateRule {

    private PaymentStateRule() {}

    static Set<Payment.State> next(Payment.State from) {
        return switch (from) {
            case SENT -> Set.of(Payment.State.APPROVED, Payment.State.DECLINED, Payment.State.UNKNOWN);
            case UNKNOWN -> Set.of(Payment.State.APPROVED, Payment.State.DECLINED);
            case APPROVED -> Set.of(Payment.State.CAPTURING, Payment.State.VOIDING);
            case CAPTURING -> Set.of(Payment.State.CAPTURED);
            case VOIDING -> Set.of(Payment.State.VOIDED);
            case DECLINED, CAPTURED, VOIDED -> Set.of();
        };
    }

    /// Whether a payment still waits to hear what became of its authorisation.
    static boolean waits(Payment.State state) {
        return state == Payment.State.SENT || state == Payment.State.UNKNOWN;
    }

    /// Whether a payment will still become something else by itself, or waits to be taken.
    static boolean isUnderWay(Payment.State state) {
        return !next(state).isEmpty();
    }

    /// @throws IllegalStateException if the second state may not follow the first
    static void require(Payment.State from, Payment.State to) {
        if (!next(from).contains(to)) {
            throw new IllegalStateException("a payment that is " + from + " cannot become " + to);
        }
    }
}
