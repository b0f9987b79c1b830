package dev.keyrack.contract.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Pays towards what a booking still owes.
///
/// @param paymentMethod `credit_card` with a token, or `cash` by staff only
/// @param amount above zero, and at most what is owed
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PayBooking(
        CreateBooking.PaymentMethod paymentMethod,
        BigDecimal amount,
        @Nullable PaymentDetails paymentDetails) {}
