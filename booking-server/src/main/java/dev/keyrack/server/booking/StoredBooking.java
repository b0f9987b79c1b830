package dev.keyrack.server.booking;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.HoldId;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.contract.value.UserId;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// A booking as it is stored.
///
/// @param stay what it is about
/// @param holdId the hold that keeps its cells while it is only requested
/// @param userId the account that made it, or null
record StoredBooking(
        BookingId id,
        SiteId siteId,
        Stay stay,
        @Nullable HoldId holdId,
        @Nullable UserId userId,
        BookingStatus status,
        @Nullable String bookedEnd,
        CancellationPolicy policy,
        String confirmationCode,
        UserDetails userDetails,
        @Nullable String notes,
        PaymentStatus paymentStatus,
        Refund refund,
        Instant createdAt,
        Instant updatedAt,
        Revision revision) {

    /// What is booked, and at what price.
    record Stay(
            ResourceId resourceId,
            String resourceName,
            @Nullable UnitId unitId,
            Period period,
            Quantity quantity,
            int guests,
            Money total,
            List<PriceLine> priceLines) {

        Stay withUnit(@Nullable UnitId unit) {
            return new Stay(resourceId, resourceName, unit, period, quantity, guests, total, priceLines);
        }

        Stay withPeriod(Period other) {
            return new Stay(resourceId, resourceName, unitId, other, quantity, guests, total, priceLines);
        }
    }

    /// What went back when it was cancelled, and why.
    record Refund(
            @Nullable String reason, Money amount, @Nullable Instant cancelledAt) {}

    StoredBooking at(Instant time) {
        return new StoredBooking(
                id,
                siteId,
                stay,
                holdId,
                userId,
                status,
                bookedEnd,
                policy,
                confirmationCode,
                userDetails,
                notes,
                paymentStatus,
                refund,
                createdAt,
                time,
                revision);
    }

    StoredBooking withStatus(BookingStatus next) {
        return new StoredBooking(
                id,
                siteId,
                stay,
                holdId,
                userId,
                next,
                bookedEnd,
                policy,
                confirmationCode,
                userDetails,
                notes,
                paymentStatus,
                refund,
                createdAt,
                updatedAt,
                revision);
    }

    StoredBooking withPaymentStatus(PaymentStatus next) {
        return new StoredBooking(
                id,
                siteId,
                stay,
                holdId,
                userId,
                status,
                bookedEnd,
                policy,
                confirmationCode,
                userDetails,
                notes,
                next,
                refund,
                createdAt,
                updatedAt,
                revision);
    }

    StoredBooking withStay(Stay next, @Nullable String end) {
        return new StoredBooking(
                id,
                siteId,
                next,
                holdId,
                userId,
                status,
                end,
                policy,
                confirmationCode,
                userDetails,
                notes,
                paymentStatus,
                refund,
                createdAt,
                updatedAt,
                revision);
    }

    StoredBooking withGuest(UserDetails details, @Nullable String newNotes) {
        return new StoredBooking(
                id,
                siteId,
                stay,
                holdId,
                userId,
                status,
                bookedEnd,
                policy,
                confirmationCode,
                details,
                newNotes,
                paymentStatus,
                refund,
                createdAt,
                updatedAt,
                revision);
    }

    StoredBooking withRefund(Refund next) {
        return new StoredBooking(
                id,
                siteId,
                stay,
                holdId,
                userId,
                status,
                bookedEnd,
                policy,
                confirmationCode,
                userDetails,
                notes,
                paymentStatus,
                next,
                createdAt,
                updatedAt,
                revision);
    }
}
