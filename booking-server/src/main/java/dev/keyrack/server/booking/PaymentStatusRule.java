package dev.keyrack.server.booking;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.payment.Payment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/// The one word for where a booking's money stands, out of all its payments.
final class PaymentStatusRule {

    private PaymentStatusRule() {}

    /// The statuses in which a guest owes the price.
    static final Set<BookingStatus> STANDING =
            Set.of(BookingStatus.REQUESTED, BookingStatus.CONFIRMED, BookingStatus.CHECKED_IN, BookingStatus.COMPLETED);

    /// @param due what the guest owes in all; zero for a booking that has ended before it was kept
    static PaymentStatus of(List<Payment> payments, BigDecimal due) {
        List<Payment.State> states = payments.stream().map(Payment::state).toList();
        if (states.contains(Payment.State.SENT) || states.contains(Payment.State.UNKNOWN)) {
            return PaymentStatus.PENDING;
        }
        BigDecimal taken = BigDecimal.ZERO;
        BigDecimal refunded = BigDecimal.ZERO;
        for (Payment payment : payments) {
            if (payment.state() == Payment.State.CAPTURED || payment.state() == Payment.State.CAPTURING) {
                taken = taken.add(payment.amount());
                refunded = refunded.add(payment.refundedAmount());
            }
        }
        if (taken.signum() > 0) {
            return taken.subtract(refunded).compareTo(due) < 0
                    ? PaymentStatus.UNPAID
                    : ofTaken(states, taken, refunded);
        }
        if (states.contains(Payment.State.APPROVED)) {
            return PaymentStatus.AUTHORISED;
        }
        if (states.contains(Payment.State.VOIDING) || states.contains(Payment.State.VOIDED)) {
            return PaymentStatus.VOIDED;
        }
        return states.contains(Payment.State.DECLINED) ? PaymentStatus.DECLINED : PaymentStatus.UNPAID;
    }

    private static PaymentStatus ofTaken(List<Payment.State> states, BigDecimal taken, BigDecimal refunded) {
        if (refunded.compareTo(taken) >= 0) {
            return PaymentStatus.REFUNDED;
        }
        if (refunded.signum() > 0) {
            return PaymentStatus.PARTIALLY_REFUNDED;
        }
        return states.contains(Payment.State.CAPTURING) ? PaymentStatus.AUTHORISED : PaymentStatus.PAID;
    }
}
