package dev.keyrack.desktop.board;

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

/// A booking as the copy holds it, of nights or of times.
record Dated(
        BookingId bookingId,
        BookingStatus status,
        ResourceId resourceId,
        @Nullable UnitId unitId,
        String startDate,
        String endDate,
        Quantity quantity,
        UserDetails userDetails,
        PaymentStatus paymentStatus) {

    private static final int DATE_LENGTH = 10;

    /// Empty unless it is one of nights.
    Optional<Stay> toStay() {
        return startDate.length() == DATE_LENGTH
                ? Optional.of(new Stay(
                        bookingId,
                        status,
                        resourceId,
                        unitId,
                        LocalDate.parse(startDate),
                        LocalDate.parse(endDate),
                        quantity,
                        userDetails,
                        paymentStatus))
                : Optional.empty();
    }
}
