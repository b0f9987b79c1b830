package dev.keyrack.desktop.admin.request;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.value.Grain;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What else is booked when somebody asks for something.
final class RequestRule {

    private RequestRule() {}

    /// How full it is at the tightest moment of a request, without the request.
    record Load(int taken, int capacity) {}

    /// The other bookings of the same resource that touch the request's period and take a place, in their order.
    static List<Booking> others(Booking request, List<Booking> all) {
        return all.stream()
                .filter(each -> !each.bookingId().equals(request.bookingId())
                        && each.resourceId().equals(request.resourceId())
                        && takesPlace(each)
                        && each.startDate().compareTo(request.endDate()) < 0
                        && each.endDate().compareTo(request.startDate()) > 0)
                .sorted(Comparator.comparing(Booking::startDate))
                .toList();
    }

    private static boolean takesPlace(Booking booking) {
        return switch (booking.status()) {
            case REQUESTED, CONFIRMED, CHECKED_IN, COMPLETED, UNKNOWN -> true;
            case CANCELLED, DECLINED, NO_SHOW -> false;
        };
    }

    /// @param others as [#others] gives them
    static Load tightest(Booking request, List<Booking> others, Resource resource) {
        int taken = Stream.concat(Stream.of(request), others.stream())
                .map(Booking::startDate)
                .filter(moment -> moment.compareTo(request.startDate()) >= 0)
                .mapToInt(moment -> takenAt(moment, others))
                .max()
                .orElse(0);
        return new Load(taken, capacity(resource, request));
    }

    private static int takenAt(String moment, List<Booking> others) {
        return others.stream()
                .filter(each -> each.startDate().compareTo(moment) <= 0
                        && each.endDate().compareTo(moment) > 0)
                .mapToInt(each -> each.quantity().count())
                .sum();
    }

    /// The smallest of the days asked for.
    private static int capacity(Resource resource, Booking request) {
        if (resource.grain() != Grain.NIGHT) {
            return resource.terms().capacity();
        }
        LocalDate end = LocalDate.parse(request.endDate());
        return LocalDate.parse(request.startDate())
                .datesUntil(end)
                .mapToInt(date -> capacityOn(resource, date))
                .min()
                .orElse(resource.terms().capacity());
    }

    private static int capacityOn(Resource resource, LocalDate date) {
        return resource.rules().stream()
                .filter(rule -> rule.holdsOn(date))
                .map(StayRule::capacity)
                .flatMap(capacity -> Optional.ofNullable(capacity).stream())
                .reduce((_, later) -> later)
                .orElse(resource.terms().capacity());
    }
}
