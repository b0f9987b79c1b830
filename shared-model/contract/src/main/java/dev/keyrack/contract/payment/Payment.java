package dev.keyrack.contract.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import java.math.BigDecimal;
import java.time.Instant;
import org.joda.money.CurrencyUnit;

/// One attempt to move money for a booking.
///
/// @param refundedAmount how much of the captured amount has gone back, or is promised to
public record Payment(
        PaymentId paymentId,
        BookingId bookingId,
        Method method,
        State state,
        BigDecimal amount,
        BigDecimal refundedAmount,
        CurrencyUnit currency,
        Instant createdAt) {

    /// How the money moved.
    public enum Method {
        @JsonProperty("card")
        CARD,
        @JsonProperty("cash")
        CASH
    }

    /// See the state machine in the architecture page; every arrow is a durable row before the outside call.
    public enum State {
        @JsonProperty("sent")
        SENT,
        @JsonProperty("unknown")
        UNKNOWN,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("capturing")
        CAPTURING,
        @JsonProperty("captured")
        CAPTURED,
        @JsonProperty("voiding")
        VOIDING,
        @JsonProperty("voided")
        VOIDED
    }
}
