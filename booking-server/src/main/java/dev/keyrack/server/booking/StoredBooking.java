package dev.keyrack.server.booking;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.HoldId;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.contract.value.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// A booking as it is stored.
///
/// @param stay what it is about
/// @param holdId the hold that keeps its cells while it is only requested
/// @param userId the account that made it, or null
public record StoredBooking(
        BookingId id,
        SiteId siteId,
        Stay stay,
        @Nullable HoldId holdId,
        @Nullable UserId userId,
        BookingStatus status,
        @Nullable String bookedEnd,
        CancellationPolicy policy,
        String confirmationCode,
        GuestId guestId,
        UserDetails userDetails,
        @Nullable String notes,
        PaymentStatus paymentStatus,
        Refund refund,
        Instant createdAt,
        Instant updatedAt,
        Revision revision) {

    /// Stands for a person who was erased, in every language.
    public static final UserDetails NOBODY = new UserDetails("\u2013", "\u2013", null, null);

    /// What is booked, and at what price.
    ///
    /// @param units the plan of a stay that changes its unit, possibly beyond an end that came early; else empty
    public record Stay(
            ResourceId resourceId,
            String resourceName,
            @Nullable UnitId unitId,
            List<UnitNights> units,
            Period period,
            Quantity quantity,
            int guests,
            Money total,
            List<PriceLine> priceLines) {

        public Stay withUnit(@Nullable UnitId unit) {
            return new Stay(resourceId, resourceName, unit, List.of(), period, quantity, guests, total, priceLines);
        }

        /// In these units one after the other, or in one if it is only one.
        public Stay withUnits(List<UnitNights> spans) {
            UnitId first = spans.getFirst().unitId();
            List<UnitNights> plan = spans.size() == 1 ? List.of() : spans;
            return new Stay(resourceId, resourceName, first, plan, period, quantity, guests, total, priceLines);
        }

        /// The plan of units stays as it is, so that a stay that was cut can be whole again.
        public Stay withPeriod(Period other) {
            return new Stay(resourceId, resourceName, unitId, units, other, quantity, guests, total, priceLines);
        }

        /// The units of the nights that are left of the plan; empty unless there is more than one.
        public List<UnitNights> spans() {
            return period instanceof StayRange nights ? UnitSpansRule.within(nights, units) : List.of();
        }

        /// The one unit of all nights from a date on; empty if there is none, or more than one.
        public Optional<UnitId> unitFrom(LocalDate from) {
            Set<UnitId> units = UnitSpansRule.unitsFrom(from, plan());
            return units.size() == 1 ? units.stream().findFirst() : Optional.empty();
        }

        /// In another unit from a date on; the nights before stay where they are.
        public Stay inUnitFrom(UnitId unit, LocalDate from) {
            return withUnits(UnitSpansRule.movedFrom(from, unit, plan()));
        }

        private List<UnitNights> plan() {
            return unitId == null || !spans().isEmpty()
                    ? spans()
                    : List.of(new UnitNights(unitId, null, period.startText(), period.endText()));
        }

        /// Which units it needs at which of the grains that it takes.
        public Map<UnitId, List<LocalDateTime>> unitGrains(List<LocalDateTime> taken) {
            return UnitSpansRule.grains(unitId, spans(), taken);
        }
    }

    /// What went back when it was cancelled, and why.
    public record Refund(
            @Nullable String reason, Money amount, @Nullable Instant cancelledAt) {}

    /// Changed at a time: at the next revision.
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
                guestId,
                userDetails,
                notes,
                paymentStatus,
                refund,
                createdAt,
                time,
                revision.next());
    }

    public StoredBooking withStatus(BookingStatus next) {
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
                guestId,
                userDetails,
                notes,
                paymentStatus,
                refund,
                createdAt,
                updatedAt,
                revision);
    }

    public StoredBooking withPaymentStatus(PaymentStatus next) {
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
                guestId,
                userDetails,
                notes,
                next,
                refund,
                createdAt,
                updatedAt,
                revision);
    }

    public StoredBooking withStay(Stay next, @Nullable String end) {
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
                guestId,
                userDetails,
                notes,
                paymentStatus,
                refund,
                createdAt,
                updatedAt,
                revision);
    }

    public StoredBooking withGuest(UserDetails details, @Nullable String newNotes) {
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
                guestId,
                details,
                newNotes,
                paymentStatus,
                refund,
                createdAt,
                updatedAt,
                revision);
    }

    /// The same without the person, and what only the person said.
    StoredBooking ofNobody() {
        return withGuest(NOBODY, null).withRefund(new Refund(null, refund.amount(), refund.cancelledAt()));
    }

    public StoredBooking withRefund(Refund next) {
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
                guestId,
                userDetails,
                notes,
                paymentStatus,
                next,
                createdAt,
                updatedAt,
                revision);
    }

    public StoredBooking ofGuest(GuestId guest, UserDetails details) {
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
                guest,
                details,
                notes,
                paymentStatus,
                refund,
                createdAt,
                updatedAt,
                revision);
    }
}
