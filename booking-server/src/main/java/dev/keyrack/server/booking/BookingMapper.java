package dev.keyrack.server.booking;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.Cancellation;
import dev.keyrack.contract.booking.CreatedBooking;
import dev.keyrack.contract.booking.ListedBooking;
import dev.keyrack.contract.stay.UnitNights;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// Turns stored bookings into what travels.
final class BookingMapper {

    private BookingMapper() {}

    static CreatedBooking toCreated(StoredBooking booking) {
        StoredBooking.Stay stay = booking.stay();
        return new CreatedBooking(
                booking.id(),
                booking.status(),
                stay.resourceId(),
                stay.period().startText(),
                stay.period().endText(),
                stay.total().getAmount(),
                stay.total().getCurrencyUnit(),
                booking.confirmationCode(),
                booking.createdAt());
    }

    static Booking toBooking(StoredBooking booking, @Nullable String unitName, List<UnitNights> units, Money paid) {
        StoredBooking.Stay stay = booking.stay();
        return new Booking(
                booking.id(),
                booking.status(),
                booking.siteId(),
                stay.resourceId(),
                stay.resourceName(),
                stay.unitId(),
                unitName,
                units,
                stay.period().startText(),
                stay.period().endText(),
                stay.quantity(),
                stay.guests(),
                stay.total().getAmount(),
                stay.total().getCurrencyUnit(),
                stay.priceLines(),
                booking.policy(),
                booking.confirmationCode(),
                booking.guestId(),
                booking.userDetails(),
                booking.notes(),
                booking.paymentStatus(),
                paid.getAmount(),
                booking.createdAt(),
                booking.updatedAt(),
                booking.revision());
    }

    static ListedBooking toListed(StoredBooking booking) {
        StoredBooking.Stay stay = booking.stay();
        return new ListedBooking(
                booking.id(),
                booking.status(),
                stay.resourceName(),
                stay.period().startText(),
                stay.period().endText(),
                stay.total().getAmount(),
                stay.total().getCurrencyUnit());
    }

    static Cancellation toCancellation(StoredBooking booking) {
        Instant at = booking.refund().cancelledAt();
        return new Cancellation(
                booking.id(),
                booking.status(),
                booking.refund().amount().getAmount(),
                booking.refund().amount().isZero()
                        ? Cancellation.RefundStatus.NONE
                        : Cancellation.RefundStatus.PROCESSING,
                at == null ? booking.updatedAt() : at);
    }
}
