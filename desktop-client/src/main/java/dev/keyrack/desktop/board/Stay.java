package dev.keyrack.desktop.board;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the board needs of a booking of nights.
record Stay(
        BookingId bookingId,
        BookingStatus status,
        ResourceId resourceId,
        @Nullable UnitId unitId,
        LocalDate startDate,
        LocalDate endDate,
        Quantity quantity,
        UserDetails userDetails,
        PaymentStatus paymentStatus) {

    private static final int DATE_LENGTH = 10;

    /// Empty unless it is a booking of nights.
    static Optional<Stay> of(Booking booking) {
        return booking.startDate().length() == DATE_LENGTH
                ? Optional.of(new Stay(
                        booking.bookingId(),
                        booking.status(),
                        booking.resourceId(),
                        booking.unitId(),
                        LocalDate.parse(booking.startDate()),
                        LocalDate.parse(booking.endDate()),
                        booking.quantity(),
                        booking.userDetails(),
                        booking.paymentStatus()))
                : Optional.empty();
    }

    /// Whether it takes a place on the board; what was cancelled or declined does not.
    boolean takesPlace() {
        return switch (status) {
            case REQUESTED, CONFIRMED, CHECKED_IN, COMPLETED, NO_SHOW, UNKNOWN -> true;
            case CANCELLED, DECLINED -> false;
        };
    }
}
