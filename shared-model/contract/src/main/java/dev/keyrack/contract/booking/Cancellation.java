package dev.keyrack.contract.booking;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keyrack.contract.value.BookingId;
import java.math.BigDecimal;
import java.time.Instant;

/// The answer to [CancelBooking].
public record Cancellation(
        BookingId bookingId,
        BookingStatus status,
        BigDecimal refundAmount,
        RefundStatus refundStatus,
        Instant cancelledAt) {

    /// Whether money goes back. `processing`: it is promised and on its way.
    public enum RefundStatus {
        @JsonProperty("none")
        NONE,
        @JsonProperty("processing")
        PROCESSING
    }
}
