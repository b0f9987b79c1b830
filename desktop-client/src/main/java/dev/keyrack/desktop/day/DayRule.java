package dev.keyrack.desktop.day;

import dev.keyrack.client.sync.SiteCopy.Known;
import dev.keyrack.client.sync.SiteCopy.SyncState;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.wording.BookingWords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/// Which bookings stand on a list of a day, and what comes next for each. What was due before today and did not happen
/// stands on today's list.
///
/// @param day whose lists they are
/// @param today at the site
record DayRule(LocalDate day, LocalDate today, ZoneId zone) {

    /// Those who were due first come first.
    List<Known> select(DayList list, List<Known> all) {
        return all.stream()
                .filter(known -> belongs(list, known.booking()))
                .sorted(Comparator.comparing((Known known) -> due(list, known.booking()))
                        .thenComparing(known -> known.booking().userDetails().lastName(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(known -> known.booking().bookingId().value()))
                .toList();
    }

    boolean belongs(DayList list, Booking booking) {
        return switch (list) {
            case ARRIVALS -> booking.status() == BookingStatus.CONFIRMED && isDue(first(booking));
            case IN_HOUSE -> isIn(booking);
            case DEPARTURES -> leaves(booking);
            case REQUESTS ->
                booking.status() == BookingStatus.REQUESTED && !last(booking).isBefore(day);
            case UNPAID -> owes(booking) && !first(booking).isAfter(day);
        };
    }

    private boolean isToday() {
        return day.equals(today);
    }

    private boolean isDue(LocalDate date) {
        return isToday() ? !date.isAfter(day) : date.equals(day);
    }

    private boolean isIn(Booking booking) {
        if (isToday()) {
            return booking.status() == BookingStatus.CHECKED_IN;
        }
        return isPromised(booking)
                && !first(booking).isAfter(day)
                && last(booking).isAfter(day);
    }

    private boolean leaves(Booking booking) {
        if (isToday()) {
            return booking.status() == BookingStatus.CHECKED_IN && isDue(last(booking));
        }
        return isPromised(booking) && last(booking).equals(day);
    }

    private static boolean isPromised(Booking booking) {
        return switch (booking.status()) {
            case CONFIRMED, CHECKED_IN, COMPLETED -> true;
            case REQUESTED, CANCELLED, DECLINED, NO_SHOW, UNKNOWN -> false;
        };
    }

    private static boolean owes(Booking booking) {
        return isPromised(booking) && BookingWords.balance(booking).signum() > 0;
    }

    DayStep step(DayList list, Known known) {
        Booking booking = known.booking();
        if (known.state() == SyncState.ATTENTION) {
            return DayStep.DECIDE;
        }
        return switch (list) {
            case UNPAID -> DayStep.TAKE_PAYMENT;
            case REQUESTS -> DayStep.OPEN;
            case ARRIVALS, IN_HOUSE, DEPARTURES -> next(booking);
        };
    }

    private DayStep next(Booking booking) {
        boolean mayCome = !first(booking).isAfter(today) && !last(booking).isBefore(today);
        if (booking.status() == BookingStatus.CONFIRMED && mayCome) {
            return DayStep.CHECK_IN;
        }
        if (booking.status() == BookingStatus.CHECKED_IN && !last(booking).isAfter(today)) {
            return owes(booking) ? DayStep.TAKE_PAYMENT : DayStep.CHECK_OUT;
        }
        return DayStep.OPEN;
    }

    private LocalDate due(DayList list, Booking booking) {
        return list == DayList.DEPARTURES || list == DayList.IN_HOUSE ? last(booking) : first(booking);
    }

    private LocalDate first(Booking booking) {
        return BookingWords.first(booking, zone);
    }

    private LocalDate last(Booking booking) {
        return BookingWords.last(booking, zone);
    }
}
