package dev.keyrack.server.replay;

import dev.keyrack.server.operation.HotelRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is to be played: the bookings and cancellations of one hotel in the order in which they came. By date; on one
/// date all bookings in the order of the file, then all cancellations in that order.
///
/// @param rows how many rows of the file it is made of
/// @param skipped how many of them stay for no night, and are not played
public record Script(int rows, int skipped, List<Step> steps) {

    /// One booking or one cancellation.
    ///
    /// @param row the number of its row within the hotel, from 0
    /// @param date when it happened, as the file says
    /// @param room the reserved room type
    /// @param arrival the first night, as the file says
    public record Step(int row, LocalDate date, boolean cancels, String room, LocalDate arrival, int nights) {

        /// The nights of the stay.
        Stream<LocalDate> eachNight() {
            return arrival.datesUntil(departure());
        }

        LocalDate departure() {
            return arrival.plusDays(nights);
        }
    }

    public Script {
        steps = List.copyOf(steps);
    }

    /// @param history all rows of a file
    /// @param hotel the hotel as the file names it
    /// @param from the first arrival to be played, or null for all
    /// @param to the arrival that comes too late, or null for none
    /// @throws IllegalArgumentException if the file has no row of that hotel in that time
    public static Script of(List<HotelRow> history, String hotel, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<HotelRow> all =
                history.stream().filter(row -> row.hotel().equals(hotel)).toList();
        if (all.isEmpty()) {
            Set<String> known =
                    new TreeSet<>(history.stream().map(HotelRow::hotel).toList());
            throw new IllegalArgumentException("The history has no hotel \"" + hotel + "\", but " + known + ".");
        }
        int rows = 0;
        int skipped = 0;
        List<Step> steps = new ArrayList<>();
        for (int number = 0; number < all.size(); number++) {
            HotelRow row = all.get(number);
            LocalDate arrival = row.arrival();
            if ((from != null && arrival.isBefore(from)) || (to != null && !arrival.isBefore(to))) {
                continue;
            }
            rows++;
            if (row.nights() < 1) {
                skipped++;
                continue;
            }
            steps.add(new Step(number, row.bookedOn(), false, row.room(), arrival, row.nights()));
            if (row.isCancelled()) {
                steps.add(new Step(number, row.statusDate(), true, row.room(), arrival, row.nights()));
            }
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("The history has no stay in that time.");
        }
        steps.sort(Comparator.comparing(Step::date).thenComparing(Step::cancels).thenComparingInt(Step::row));
        return new Script(rows, skipped, steps);
    }

    /// The room types that are wanted.
    public Set<String> rooms() {
        return new TreeSet<>(steps.stream().map(Step::room).toList());
    }

    LocalDate firstArrival() {
        return steps.stream().map(Step::arrival).min(LocalDate::compareTo).orElseThrow();
    }

    LocalDate lastDeparture() {
        return steps.stream().map(Step::departure).max(LocalDate::compareTo).orElseThrow();
    }

    /// The least whole number of weeks by which all dates must move so that no arrival lies before a date.
    long weeksUntil(LocalDate earliest) {
        long days = ChronoUnit.DAYS.between(firstArrival(), earliest);
        return Math.max(0, Math.ceilDiv(days, 7));
    }
}
