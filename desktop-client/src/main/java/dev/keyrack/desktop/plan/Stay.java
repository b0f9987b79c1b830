package dev.keyrack.desktop.plan;

import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.value.BookingId;
import java.time.LocalDate;
import java.util.Optional;

/// A booking of nights as the copy knows it.
///
/// @param start first night, as a day of the epoch
/// @param end day of leaving, as a day of the epoch
public record Stay(Booking booking, SiteCopy.SyncState state, int start, int end) {

    private static final int DATE_LENGTH = 10;

    /// Empty unless it is a booking of nights.
    public static Optional<Stay> of(SiteCopy.Known known) {
        Booking booking = known.booking();
        // times of day have a longer text; only nights have plain dates
        return booking.startDate().length() == DATE_LENGTH
                ? Optional.of(
                        new Stay(booking, known.state(), dayOf(booking.startDate()), dayOf(booking.endDate())))
                : Optional.empty();
    }

    static int dayOf(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }

    public BookingId id() {
        return booking.bookingId();
    }

    public BookingStatus status() {
        return booking.status();
    }

    /// Whether it takes a place on the board; what was cancelled or declined does not.
    public boolean takesPlace() {
        return switch (status()) {
            case REQUESTED, CONFIRMED, CHECKED_IN, COMPLETED, NO_SHOW, UNKNOWN -> true;
            case CANCELLED, DECLINED -> false;
        };
    }

    /// Whether the guest has to pay something yet.
    public boolean owes() {
        return (status() == BookingStatus.CONFIRMED || status() == BookingStatus.CHECKED_IN)
                && booking.paidAmount().compareTo(booking.totalPrice()) < 0;
    }
}
