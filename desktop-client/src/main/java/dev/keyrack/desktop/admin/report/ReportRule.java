package dev.keyrack.desktop.admin.report;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts what was sold by day. Bookings that are confirmed, in house or completed count; a night counts on the day on
/// which it begins, an appointment or a ticket on its day. Revenue is what the price lines of a day say, whatever comes
/// on top left out.
final class ReportRule {

    private ReportRule() {}

    /// Days, both included.
    record Span(LocalDate from, LocalDate to) {

        /// As many days right before these.
        Span before() {
            long days = to.toEpochDay() - from.toEpochDay() + 1;
            return new Span(from.minusDays(days), to.minusDays(days));
        }

        List<LocalDate> days() {
            return from.datesUntil(to.plusDays(1)).toList();
        }
    }

    /// One line for every day.
    static List<ReportDay> days(Span span, List<Booking> bookings, List<Resource> resources, ZoneId zone) {
        Map<LocalDate, Integer> sold = new HashMap<>();
        Map<LocalDate, BigDecimal> revenue = new HashMap<>();
        for (Booking booking : bookings) {
            if (counts(booking)) {
                datesOf(booking, zone)
                        .forEach(date -> sold.merge(date, booking.quantity().count(), Integer::sum));
                addRevenue(booking, revenue);
            }
        }
        List<ReportDay> days = new ArrayList<>();
        for (LocalDate date : span.days()) {
            days.add(new ReportDay(
                    date,
                    sold.getOrDefault(date, 0),
                    capacityOn(date, resources),
                    revenue.getOrDefault(date, BigDecimal.ZERO)));
        }
        return days;
    }

    private static boolean counts(Booking booking) {
        return switch (booking.status()) {
            case CONFIRMED, CHECKED_IN, COMPLETED -> true;
            case REQUESTED, CANCELLED, DECLINED, NO_SHOW, UNKNOWN -> false;
        };
    }

    private static List<LocalDate> datesOf(Booking booking, ZoneId zone) {
        return switch (booking.period()) {
            case StayRange stay -> stay.nights();
            case TimeRange time -> List.of(time.firstDay(zone));
        };
    }

    private static void addRevenue(Booking booking, Map<LocalDate, BigDecimal> revenue) {
        for (PriceLine line : booking.priceLines()) {
            line.date().ifPresent(date -> revenue.merge(date, line.amount(), BigDecimal::add));
        }
    }

    private static int capacityOn(LocalDate date, List<Resource> resources) {
        return resources.stream()
                .filter(resource -> resource.grain() == Grain.NIGHT)
                .mapToInt(resource -> resource.rules().stream()
                        .filter(rule -> rule.holdsOn(date))
                        .map(StayRule::capacity)
                        .flatMap(capacity -> Optional.ofNullable(capacity).stream())
                        .reduce((_, later) -> later)
                        .orElse(resource.terms().capacity()))
                .sum();
    }
}
