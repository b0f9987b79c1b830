package dev.keyrack.contract.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UnitId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// A booking with all its details.
///
/// @param priceLines what it was sold at; they do not change when the provider's prices do
/// @param cancellationPolicy what it was sold under
/// @param guestId who comes, across bookings of the site
/// @param units where the nights are spent, in their order; empty unless a stay changes its unit, and then `unitId` is
/// the first of them
/// @param paidAmount what was taken, or is being taken, and is not promised back
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Booking(
        BookingId bookingId,
        BookingStatus status,
        SiteId siteId,
        ResourceId resourceId,
        String resourceName,
        @Nullable UnitId unitId,
        @Nullable String unitName,
        List<UnitNights> units,
        String startDate,
        String endDate,
        Quantity quantity,
        int guests,
        BigDecimal totalPrice,
        CurrencyUnit currency,
        List<PriceLine> priceLines,
        CancellationPolicy cancellationPolicy,
        String confirmationCode,
        GuestId guestId,
        UserDetails userDetails,
        @Nullable String notes,
        PaymentStatus paymentStatus,
        BigDecimal paidAmount,
        Instant createdAt,
        Instant updatedAt,
        Revision revision) {

    /// Whether it is of nights, and not of a time of day.
    public boolean ofNights() {
        return Period.isOfNights(startDate);
    }

    public Period period() {
        return Period.parse(startDate, endDate);
    }

    public Booking withStatus(BookingStatus next) {
        return new Booking(
                bookingId,
                next,
                siteId,
                resourceId,
                resourceName,
                unitId,
                unitName,
                units,
                startDate,
                endDate,
                quantity,
                guests,
                totalPrice,
                currency,
                priceLines,
                cancellationPolicy,
                confirmationCode,
                guestId,
                userDetails,
                notes,
                paymentStatus,
                paidAmount,
                createdAt,
                updatedAt,
                revision);
    }

    /// The same stay in one unit.
    public Booking inUnit(@Nullable UnitId unit, @Nullable String name) {
        return new Booking(
                bookingId,
                status,
                siteId,
                resourceId,
                resourceName,
                unit,
                name,
                List.of(),
                startDate,
                endDate,
                quantity,
                guests,
                totalPrice,
                currency,
                priceLines,
                cancellationPolicy,
                confirmationCode,
                guestId,
                userDetails,
                notes,
                paymentStatus,
                paidAmount,
                createdAt,
                updatedAt,
                revision);
    }

    public Booking withGuest(UserDetails details) {
        return new Booking(
                bookingId,
                status,
                siteId,
                resourceId,
                resourceName,
                unitId,
                unitName,
                units,
                startDate,
                endDate,
                quantity,
                guests,
                totalPrice,
                currency,
                priceLines,
                cancellationPolicy,
                confirmationCode,
                guestId,
                details,
                notes,
                paymentStatus,
                paidAmount,
                createdAt,
                updatedAt,
                revision);
    }

    public Booking withNotes(@Nullable String text) {
        return new Booking(
                bookingId,
                status,
                siteId,
                resourceId,
                resourceName,
                unitId,
                unitName,
                units,
                startDate,
                endDate,
                quantity,
                guests,
                totalPrice,
                currency,
                priceLines,
                cancellationPolicy,
                confirmationCode,
                guestId,
                userDetails,
                text,
                paymentStatus,
                paidAmount,
                createdAt,
                updatedAt,
                revision);
    }
}
