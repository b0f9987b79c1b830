package dev.keyrack.server.pricing;

import dev.keyrack.contract.catalog.OpeningHours;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a period may be sold at all, however much is free.
public final class SaleRule {

    private SaleRule() {}

    /// The first reason against selling this at this moment, or none.
    public static Optional<Problem> refusal(Resource resource, Period period, int quantity, int guests, Instant now) {
        if ((resource.grain() == Grain.NIGHT) != (period instanceof StayRange)) {
            return refuse(ProblemType.OFF_STEP, "This resource is sold by " + resource.grain() + ".");
        }
        if (resource.state() == Resource.State.CLOSED) {
            return refuse(ProblemType.CLOSED, "This resource is not on sale.");
        }
        if (guests > (long) resource.terms().maximumGuests() * quantity) {
            return refuse(
                    ProblemType.TOO_MANY_GUESTS,
                    "At most " + (long) resource.terms().maximumGuests() * quantity + " guests.");
        }
        return switch (period) {
            case StayRange stay -> ofStay(resource, stay, now);
            case TimeRange time -> ofTime(resource, time, now);
        };
    }

    private static Optional<Problem> ofStay(Resource resource, StayRange stay, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, resource.timeZone());
        if (stay.checkIn().isBefore(today)) {
            return refuse(ProblemType.PAST_DATE, stay.checkIn() + " is past.");
        }
        Instant start = stay.checkIn()
                .atTime(resource.site().checkInTime())
                .atZone(resource.timeZone())
                .toInstant();
        return ofLeadTime(resource, start, stay.checkIn(), now)
                .or(() -> ofClosedDates(resource, stay.nights()))
                .or(() -> ofLength(resource, stay))
                .or(() -> ofArrivalAndDeparture(resource, stay));
    }

    private static Optional<Problem> ofTime(Resource resource, TimeRange time, Instant now) {
        if (time.start().isBefore(now)) {
            return refuse(ProblemType.PAST_DATE, time.start() + " is past.");
        }
        LocalDate date = LocalDate.ofInstant(time.start(), resource.timeZone());
        return ofLeadTime(resource, time.start(), date, now)
                .or(() -> ofClosedDates(resource, List.of(date)))
                .or(() -> resource.grain() == Grain.TIME ? ofOpeningHours(resource, time, date) : Optional.empty());
    }

    private static Optional<Problem> ofLeadTime(Resource resource, Instant start, LocalDate date, Instant now) {
        Duration lead = Duration.ofMinutes(resource.terms().leadTimeMinutes());
        if (!lead.isZero() && now.plus(lead).isAfter(start)) {
            return refuse(ProblemType.LEAD_TIME, "To be booked at least " + lead.toMinutes() + " minutes before.");
        }
        LocalDate last = LocalDate.ofInstant(now, resource.timeZone())
                .plusDays(resource.terms().bookingWindowDays());
        return date.isAfter(last)
                ? refuse(ProblemType.BOOKING_WINDOW, "Can be booked up to " + last + ".")
                : Optional.empty();
    }

    private static Optional<Problem> ofClosedDates(Resource resource, List<LocalDate> dates) {
        for (LocalDate date : dates) {
            for (StayRule rule : resource.rules()) {
                if (rule.closed() && rule.holdsOn(date)) {
                    @Nullable String reason = rule.reason();
                    return refuse(ProblemType.CLOSED, date + ": " + (reason == null ? "closed" : reason) + ".");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> ofLength(Resource resource, StayRange stay) {
        int nights = stay.nights().size();
        for (StayRule rule : resource.rules()) {
            if (!rule.holdsOn(stay.checkIn())) {
                continue;
            }
            Integer minimum = rule.minimumStay();
            if (minimum != null && nights < minimum) {
                return refuse(ProblemType.MINIMUM_STAY, "At least " + minimum + " nights from " + stay.checkIn() + ".");
            }
            Integer maximum = rule.maximumStay();
            if (maximum != null && nights > maximum) {
                return refuse(ProblemType.MAXIMUM_STAY, "At most " + maximum + " nights from " + stay.checkIn() + ".");
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> ofArrivalAndDeparture(Resource resource, StayRange stay) {
        for (StayRule rule : resource.rules()) {
            if (rule.closedToArrival() && rule.holdsOn(stay.checkIn())) {
                return refuse(ProblemType.CLOSED_TO_ARRIVAL, "No arrival on " + stay.checkIn() + ".");
            }
            if (rule.closedToDeparture() && rule.holdsOn(stay.checkOut())) {
                return refuse(ProblemType.CLOSED_TO_DEPARTURE, "No departure on " + stay.checkOut() + ".");
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> ofOpeningHours(Resource resource, TimeRange time, LocalDate date) {
        int step = resource.terms().stepMinutes();
        if (time.length().toSeconds() % (step * 60L) != 0) {
            return refuse(ProblemType.OFF_STEP, "Sold in steps of " + step + " minutes.");
        }
        for (OpeningHours hours : resource.terms().openingHours()) {
            if (hours.day() != date.getDayOfWeek()) {
                continue;
            }
            ZonedDateTime opens = date.atTime(hours.opens()).atZone(resource.timeZone());
            ZonedDateTime closes = date.atTime(hours.closes()).atZone(resource.timeZone());
            boolean within =
                    !time.start().isBefore(opens.toInstant()) && !time.end().isAfter(closes.toInstant());
            if (within) {
                long fromOpening =
                        Duration.between(opens.toInstant(), time.start()).toSeconds();
                return fromOpening % (step * 60L) == 0
                        ? Optional.empty()
                        : refuse(ProblemType.OFF_STEP, "Starts every " + step + " minutes from " + hours.opens() + ".");
            }
        }
        return refuse(ProblemType.CLOSED, "Not open then.");
    }

    private static Optional<Problem> refuse(ProblemType type, String detail) {
        return Optional.of(Problem.of(type, detail));
    }
}
