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
public record Stay(Booking booking, Look look, int start, int end) {

    /// Empty unless it is a booking of nights.
    ///
    /// @param sign of the site's currency, to be shown where something is owed
    public static Optional<Stay> of(SiteCopy.Known known, String sign) {
        Booking booking = known.booking();
        return booking.ofNights()
                ? Optional.of(
                        new Stay(booking, Look.of(known, sign), dayOf(booking.startDate()), dayOf(booking.endDate())))
                : Optional.empty();
    }

    /// Reads a plain date; thousands are read for one board, so this does without a parser.
    public static int dayOf(String date) {
        int year = Integer.parseInt(date, 0, 4, 10);
        int month = Integer.parseInt(date, 5, 7, 10);
        return Math.toIntExact(LocalDate.of(year, month, Integer.parseInt(date, 8, date.length(), 10))
                .toEpochDay());
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

    /// What can be seen of it.
    ///
    /// @param due the sign of the currency in which something is owed yet; empty if nothing is
    public record Look(BookingStatus status, SiteCopy.SyncState sync, String name, String due) {

        static Look of(SiteCopy.Known known, String sign) {
            Booking booking = known.booking();
            boolean stands =
                    booking.status() == BookingStatus.CONFIRMED || booking.status() == BookingStatus.CHECKED_IN;
            boolean owes = stands && booking.paidAmount().compareTo(booking.totalPrice()) < 0;
            return new Look(
                    booking.status(), known.state(), booking.userDetails().lastName(), owes ? sign : "");
        }
    }
}
