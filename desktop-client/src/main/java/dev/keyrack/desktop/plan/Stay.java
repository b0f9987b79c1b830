package dev.keyrack.desktop.plan;

import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.value.BookingId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/// A booking of nights as the copy knows it.
///
/// @param start first night, as a day of the epoch
/// @param end day of leaving, as a day of the epoch
public record Stay(Booking booking, Look look, int start, int end) {

    private static final int DATE_LENGTH = 10;

    /// Empty unless it is a booking of nights.
    public static Optional<Stay> of(SiteCopy.Known known) {
        Booking booking = known.booking();
        // times of day have a longer text; only nights have plain dates
        return booking.startDate().length() == DATE_LENGTH
                ? Optional.of(
                        new Stay(booking, Look.of(known), dayOf(booking.startDate()), dayOf(booking.endDate())))
                : Optional.empty();
    }

    public static int dayOf(String date) {
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

    /// What can be seen of it.
    ///
    /// @param due the sign of the currency in which something is owed yet; empty if nothing is
    public record Look(BookingStatus status, SiteCopy.SyncState sync, String name, String due) {

        static Look of(SiteCopy.Known known) {
            Booking booking = known.booking();
            boolean stands =
                    booking.status() == BookingStatus.CONFIRMED || booking.status() == BookingStatus.CHECKED_IN;
            boolean owes = stands && booking.paidAmount().compareTo(booking.totalPrice()) < 0;
            return new Look(
                    booking.status(), known.state(), booking.userDetails().lastName(), owes ? sign(booking) : "");
        }

        private static String sign(Booking booking) {
            String sign = Currency.getInstance(booking.currency().getCode()).getSymbol(Locale.UK);
            return sign.length() == 1 ? sign : "¤";
        }
    }
}
