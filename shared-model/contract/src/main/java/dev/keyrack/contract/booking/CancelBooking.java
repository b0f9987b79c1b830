package dev.keyrack.contract.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Gives a promise back.
///
/// @param refundRequested false if the guest waives the refund; null as true
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CancelBooking(
        @Nullable String reason, @Nullable Boolean refundRequested) {}
