package dev.keyrack.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PaymentStatusRuleTest {

    private static Payment payment(Payment.State state, int amount, int refunded) {
        return new Payment(
                PaymentId.random(),
                new BookingId("bkg_1"),
                Payment.Method.CARD,
                state,
                BigDecimal.valueOf(amount),
                BigDecimal.valueOf(refunded),
                CurrencyUnit.EUR,
                Instant.EPOCH);
    }

    @Test
    void isUnpaidWithoutPayments() {
        assertThat(PaymentStatusRule.of(List.of(), BigDecimal.ZERO)).isEqualTo(PaymentStatus.UNPAID);
    }

    @Test
    void isPendingWhileAnyOutcomeIsUnknown() {
        assertThat(PaymentStatusRule.of(
                        List.of(payment(Payment.State.CAPTURED, 100, 0), payment(Payment.State.UNKNOWN, 20, 0)),
                        BigDecimal.valueOf(120)))
                .isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void isPaidOnceEverythingIsCaptured() {
        assertThat(PaymentStatusRule.of(
                        List.of(payment(Payment.State.CAPTURED, 100, 0), payment(Payment.State.CAPTURED, 20, 0)),
                        BigDecimal.valueOf(120)))
                .isEqualTo(PaymentStatus.PAID);
        assertThat(PaymentStatusRule.of(
                        List.of(payment(Payment.State.CAPTURED, 100, 0), payment(Payment.State.CAPTURING, 20, 0)),
                        BigDecimal.valueOf(120)))
                .isEqualTo(PaymentStatus.AUTHORISED);
    }

    @Test
    void tellsPartialFromWholeRefunds() {
        assertThat(PaymentStatusRule.of(List.of(payment(Payment.State.CAPTURED, 100, 40)), BigDecimal.valueOf(60)))
                .isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(PaymentStatusRule.of(List.of(payment(Payment.State.CAPTURED, 100, 100)), BigDecimal.ZERO))
                .isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void looksPastADeclinedCardToTheOneThatWorked() {
        assertThat(PaymentStatusRule.of(
                        List.of(payment(Payment.State.DECLINED, 100, 0), payment(Payment.State.CAPTURED, 100, 0)),
                        BigDecimal.valueOf(100)))
                .isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void isUnpaidAsLongAsAnythingIsOwed() {
        assertThat(PaymentStatusRule.of(List.of(payment(Payment.State.CAPTURED, 100, 0)), BigDecimal.valueOf(101)))
                .isEqualTo(PaymentStatus.UNPAID);
        assertThat(PaymentStatusRule.of(List.of(payment(Payment.State.CAPTURED, 100, 40)), BigDecimal.valueOf(100)))
                .isEqualTo(PaymentStatus.UNPAID);
    }
}
