package dev.keyrack.contract.booking;

import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.ResourceId;
import java.math.BigDecimal;
import java.time.Instant;
import org.joda.money.CurrencyUnit;

/// The answer to [CreateBooking]. With status `requested` the booking waits: for the provider's approval, or for a
/// payment whose outcome is not known yet.
public record CreatedBooking(
        BookingId bookingId,
        BookingStatus status,
        ResourceId resourceId,
        String startDate,
        String endDate,
        BigDecimal totalPrice,
        CurrencyUnit currency,
        String confirmationCode,
        Instant createdAt) {}
