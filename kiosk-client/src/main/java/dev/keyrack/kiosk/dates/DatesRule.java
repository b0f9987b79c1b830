package dev.keyrack.kiosk.dates;

import dev.keyrack.contract.value.StayRange;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which days of a month can be touched when nights are chosen, first the arrival and then the departure.
public final class DatesRule {

    static final int MOST_NIGHTS = 30;

    private DatesRule() {}

    /// A day of the calendar.
    record Day(LocalDate date, @Nullable BigDecimal price, boolean open, boolean chosen) {}

    /// The days of a month without the weeks gone by, with null where the first week begins in the month before.
    static List<@Nullable Day> days(
            YearMonth month, DayOfWeek weekStart, Choice choice, Map<LocalDate, BigDecimal> free, LocalDate today) {
        int before = Math.floorMod(month.atDay(1).getDayOfWeek().getValue() - weekStart.getValue(), 7);
        List<@Nullable Day> days = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            days.add(null);
        }
        for (int i = 1; i <= month.lengthOfMonth(); i++) {
            LocalDate date = month.atDay(i);
            days.add(new Day(date, free.get(date), isOpen(date, choice, free, today), choice.covers(date)));
        }
        int gone = YearMonth.from(today).equals(month) ? (before + today.getDayOfMonth() - 1) / 7 : 0;
        return days.subList(gone * 7, days.size());
    }

    /// What was touched so far.
    record Choice(@Nullable LocalDate arrival, @Nullable LocalDate departure) {

        static final Choice NONE = new Choice(null, null);

        /// An arrival, then a departure after it; an earlier day begins anew.
        Choice touch(LocalDate date) {
            return arrival == null || departure != null || !date.isAfter(arrival)
                    ? new Choice(date, null)
                    : new Choice(arrival, date);
        }

        @Nullable
        StayRange toNights() {
            return arrival == null || departure == null ? null : new StayRange(arrival, departure);
        }

        boolean covers(LocalDate date) {
            return date.equals(arrival)
                    || (arrival != null && departure != null && !date.isBefore(arrival) && !date.isAfter(departure));
        }
    }

    /// Days gone by and nights sold out cannot be arrived on; one can leave on a day that is sold out, if every night
    /// before it is free.
    private static boolean isOpen(LocalDate date, Choice choice, Map<LocalDate, BigDecimal> free, LocalDate today) {
        if (date.isBefore(today)) {
            return false;
        }
        LocalDate arrival = choice.arrival();
        if (arrival == null || choice.departure() != null || !date.isAfter(arrival)) {
            return free.containsKey(date);
        }
        return !date.isAfter(arrival.plusDays(MOST_NIGHTS))
                && arrival.datesUntil(date).allMatch(free::containsKey);
    }
}
