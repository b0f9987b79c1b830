package dev.keyrack.kiosk.arrival;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.value.SiteId;
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
                LocalDate first = booking.period().firstDay(zone);
                if (first.isAfter(today)) {
                    yield Next.TOO_EARLY;
                }
                if (!booking.period().lastDay(zone).isAfter(today) && !first.equals(today)) {
                    yield Next.ASK;
                }
                yield booking.paidAmount().compareTo(booking.totalPrice()) < 0 ? Next.PAY : Next.CHECK_IN;
            }
            default -> Next.ASK;
        };
    }
}
