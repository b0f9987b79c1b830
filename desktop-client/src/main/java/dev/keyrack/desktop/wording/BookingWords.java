package dev.keyrack.desktop.wording;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A booking in the words of one language.
public record BookingWords(Messages messages) {

    /// The first local day at a place.
    public static LocalDate first(Booking booking, ZoneId zone) {
        return booking.period().firstDay(zone);
    }

    /// The day of leaving at a place.
    public static LocalDate last(Booking booking, ZoneId zone) {
        return booking.period().lastDay(zone);
    }

    /// What is still to be paid.
    public static BigDecimal balance(Booking booking) {
        return booking.totalPrice().subtract(booking.paidAmount());
    }

    public static String name(UserDetails guest) {
        return guest.firstName() + " " + guest.lastName();
    }

    /// E-mail address and telephone number, as far as known.
    public String reach(UserDetails guest) {
        String known = Stream.of(guest.email(), guest.phone())
                .filter(each -> each != null)
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? messages.text("wording.guest.unreachable") : known;
    }

    /// Such as `102 · Double`.
    public String room(Booking booking) {
        return booking.unitName() == null
                ? messages.text("wording.room.unassigned", booking.resourceName())
                : booking.unitName() + " · " + booking.resourceName();
    }

    /// Such as `Mon, Jun 14 – Thu, Jun 17 · 3 nights`.
    public String stay(Booking booking, ZoneId zone) {
        Dates dates = new Dates(messages.locale());
        return switch (booking.period()) {
            case StayRange(LocalDate first, LocalDate last) ->
                messages.text("wording.stay.nights", dates.range(first, last), ChronoUnit.DAYS.between(first, last));
            case TimeRange(Instant start, Instant end) -> dates.moment(start, zone) + " – " + dates.time(end, zone);
        };
    }

    /// Such as `€1,234.50`.
    public String amount(Booking booking, BigDecimal amount) {
        return new Amounts(messages.locale()).format(amount, booking.currency());
    }

    public String status(BookingStatus status) {
        return switch (status) {
            case REQUESTED -> messages.text("booking.status.requested");
            case CONFIRMED -> messages.text("booking.status.confirmed");
            case CHECKED_IN -> messages.text("booking.status.inhouse");
            case COMPLETED -> messages.text("booking.status.completed");
            case CANCELLED -> messages.text("booking.status.cancelled");
            case DECLINED -> messages.text("booking.status.declined");
            case NO_SHOW -> messages.text("booking.status.noshow");
            case UNKNOWN -> messages.text("booking.status.unknown");
        };
    }
}
