package dev.keyrack.desktop.agenda;

import dev.keyrack.client.sync.SiteCopy.Known;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.catalog.OpeningHours;
import dev.keyrack.contract.catalog.Resource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Lays appointments out in columns; those that overlap share the width of theirs.
final class AgendaRule {

    private static final LocalTime LAST = LocalTime.of(23, 59);

    private AgendaRule() {}

    /// One day of several practitioners.
    static List<AgendaColumn> day(List<Resource> practitioners, List<Known> bookings, LocalDate date) {
        return practitioners.stream()
                .map(each -> column(each, bookings, date, each.terms().name()))
                .toList();
    }

    /// Seven days of one practitioner.
    static List<AgendaColumn> week(
            Resource practitioner, List<Known> bookings, LocalDate first, Function<LocalDate, String> title) {
        return first.datesUntil(first.plusDays(7))
                .map(date -> column(practitioner, bookings, date, title.apply(date)))
                .toList();
    }

    private static AgendaColumn column(Resource practitioner, List<Known> bookings, LocalDate date, String title) {
        ZoneId zone = practitioner.timeZone();
        List<Appointment> found = bookings.stream()
                .filter(known -> known.booking().resourceId().equals(practitioner.id()) && stands(known.booking()))
                .filter(known ->
                        start(known.booking()).atZone(zone).toLocalDate().equals(date))
                .map(known -> appointment(known, date, zone))
                .sorted(Comparator.comparing(Appointment::start).thenComparing(Appointment::end))
                .toList();
        return new AgendaColumn(
                title,
                practitioner,
                date,
                practitioner.terms().openingHours().stream()
                        .filter(hours -> hours.day() == date.getDayOfWeek())
                        .toList(),
                inLanes(found));
    }

    /// When an appointment could begin that nobody has yet, as far as is known here.
    ///
    /// @param earliest what begins before is over
    static List<LocalTime> free(AgendaColumn column, LocalTime earliest) {
        int step = column.practitioner().terms().stepMinutes();
        List<LocalTime> found = new ArrayList<>();
        for (OpeningHours hours : column.open()) {
            long steps = Duration.between(hours.opens(), hours.closes()).toMinutes() / step;
            for (long i = 0; i < steps; i++) {
                LocalTime start = hours.opens().plusMinutes(i * step);
                if (start.isAfter(earliest) && isFree(column, start, start.plusMinutes(step))) {
                    found.add(start);
                }
            }
        }
        return found;
    }

    private static boolean isFree(AgendaColumn column, LocalTime start, LocalTime end) {
        return column.appointments().stream()
                .noneMatch(each -> each.start().isBefore(end) && each.end().isAfter(start));
    }

    private static boolean stands(Booking booking) {
        return booking.status() != BookingStatus.CANCELLED && booking.status() != BookingStatus.DECLINED;
    }

    private static Instant start(Booking booking) {
        return Instant.parse(booking.startDate());
    }

    private static Appointment appointment(Known known, LocalDate date, ZoneId zone) {
        var end = Instant.parse(known.booking().endDate()).atZone(zone);
        return new Appointment(
                known.booking(),
                known.state(),
                start(known.booking()).atZone(zone).toLocalTime(),
                end.toLocalDate().equals(date) ? end.toLocalTime() : LAST,
                0,
                1);
    }

    private static List<Appointment> inLanes(List<Appointment> byStart) {
        List<Appointment> done = new ArrayList<>();
        List<Appointment> cluster = new ArrayList<>();
        LocalTime end = LocalTime.MIN;
        for (Appointment each : byStart) {
            if (!cluster.isEmpty() && !each.start().isBefore(end)) {
                done.addAll(spread(cluster));
                cluster.clear();
                end = LocalTime.MIN;
            }
            cluster.add(each);
            end = each.end().isAfter(end) ? each.end() : end;
        }
        done.addAll(spread(cluster));
        return List.copyOf(done);
    }

    private static List<Appointment> spread(List<Appointment> cluster) {
        List<LocalTime> ends = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Appointment each : cluster) {
            int lane = 0;
            while (lane < ends.size() && ends.get(lane).isAfter(each.start())) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(each.end());
            } else {
                ends.set(lane, each.end());
            }
            places.add(lane);
        }
        List<Appointment> placed = new ArrayList<>();
        for (int i = 0; i < cluster.size(); i++) {
            placed.add(cluster.get(i).inLane(places.get(i), ends.size()));
        }
        return placed;
    }
}
