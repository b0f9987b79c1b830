package dev.keyrack.kiosk.arrival;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import java.time.LocalDate;
import java.time.ZoneId;

/// What an arriving guest can do with a booking.
public final class ArrivalRule {

    private ArrivalRule() {}

    /// The one next thing.
    public enum Next {
        PAY,
        CHECK_IN,
        IS_IN,
        TOO_EARLY,
        /// Something that only people can solve.
        ASK
    }

    static Next next(Booking booking, SiteId here, LocalDate today, ZoneId zone) {
        if (!booking.siteId().equals(here)) {
            return Next.ASK;
        }
        return switch (booking.status()) {
            case CHECKED_IN -> Next.IS_IN;
            case CONFIRMED -> {
                if (firstDay(booking, zone).isAfter(today)) {
                    yield Next.TOO_EARLY;
                }
                if (!lastDay(booking, zone).isAfter(today)
                        && !firstDay(booking, zone).equals(today)) {
                    yield Next.ASK;
                }
                yield booking.paidAmount().compareTo(booking.totalPrice()) < 0 ? Next.PAY : Next.CHECK_IN;
            }
            default -> Next.ASK;
        };
    }

    static LocalDate firstDay(Booking booking, ZoneId zone) {
        return switch (Period.parse(booking.startDate(), booking.endDate())) {
            case StayRange nights -> nights.checkIn();
            case TimeRange time -> LocalDate.ofInstant(time.start(), zone);
        };
    }

    static LocalDate lastDay(Booking booking, ZoneId zone) {
        return switch (Period.parse(booking.startDate(), booking.endDate())) {
            case StayRange nights -> nights.checkOut();
            case TimeRange time -> LocalDate.ofInstant(time.end(), zone);
        };
    }
}
