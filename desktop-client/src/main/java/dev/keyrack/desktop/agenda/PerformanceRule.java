package dev.keyrack.desktop.agenda;

import dev.keyrack.client.sync.SiteCopy.Known;
import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.catalog.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts performances together: those that the server plans where it answers, and those that somebody has booked in any
/// case.
final class PerformanceRule {

    private static final Comparator<Known> BY_NAME =
            Comparator.comparing(known -> known.booking().userDetails().lastName());

    private PerformanceRule() {}

    /// @param calendar as the server sees it; empty while it does not answer
    /// @param bookings of the site, in the same span of time
    static List<Performance> performances(Resource event, Optional<Calendar> calendar, List<Known> bookings) {
        Map<Instant, List<Known>> byStart = new HashMap<>();
        for (Known known : bookings) {
            if (known.booking().resourceId().equals(event.id()) && stands(known.booking())) {
                byStart.computeIfAbsent(Instant.parse(known.booking().startDate()), _ -> new ArrayList<>())
                        .add(known);
            }
        }
        var found = new TreeMap<Instant, Performance>();
        byStart.forEach((start, guests) -> found.put(
                start, new Performance(event, start, event.terms().capacity(), count(guests), sorted(guests))));
        calendar.ifPresent(known -> known.entries().forEach(entry -> {
            Instant start = Instant.parse(entry.start());
            List<Known> guests = byStart.getOrDefault(start, List.of());
            found.put(start, new Performance(event, start, entry.capacity(), entry.taken(), sorted(guests)));
        }));
        return List.copyOf(found.values());
    }

    private static boolean stands(Booking booking) {
        return booking.status() != BookingStatus.CANCELLED && booking.status() != BookingStatus.DECLINED;
    }

    private static int count(List<Known> guests) {
        return guests.stream()
                .mapToInt(known -> known.booking().quantity().count())
                .sum();
    }

    private static List<Performance.Guest> sorted(List<Known> guests) {
        return guests.stream().sorted(BY_NAME).map(Performance.Guest::new).toList();
    }
}
