package dev.keyrack.contract.booking;

import dev.keyrack.contract.value.BookingId;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;

/// A booking in a list.
public record ListedBooking(
        BookingId bookingId,
        BookingStatus status,
        String resourceName,
        String startDate,
        String endDate,
        BigDecimal totalPrice,
        CurrencyUnit currency) {}
