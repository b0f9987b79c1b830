package dev.keyrack.kiosk.offer;

import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.kiosk.flow.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The times that a calendar leaves for a guest: performances, also those sold out, and appointments of one step that
/// are free together with the pause around them.
public final class TimesRule {

    private static final int EVENT_DAYS = 90;
    private static final int APPOINTMENT_DAYS = 15;

    private TimesRule() {}

    /// How many days from today on are of interest.
    static int daysAhead(Resource resource) {
        int most = resource.grain() == Grain.OCCURRENCE ? EVENT_DAYS : APPOINTMENT_DAYS;
        return Math.min(most, resource.terms().bookingWindowDays() + 1);
    }

    static List<Offer> list(Resource resource, Calendar calendar, Instant now) {
        Instant earliest = now.plus(Duration.ofMinutes(resource.terms().leadTimeMinutes()));
        Set<Instant> full = calendar.entries().stream()
                .filter(entry -> entry.taken() >= entry.capacity())
                .map(entry -> Instant.parse(entry.start()))
                .collect(Collectors.toSet());
        return calendar.entries().stream()
                .filter(Calendar.Entry::open)
                .map(entry -> toOffer(resource, entry))
                .filter(offer -> isToCome(offer.time(), earliest))
                .filter(offer -> resource.grain() == Grain.OCCURRENCE || hasRoom(resource.terms(), offer.time(), full))
                .toList();
    }

    private static Offer toOffer(Resource resource, Calendar.Entry entry) {
        Instant start = Instant.parse(entry.start());
        String end = entry.end();
        TimeRange time = new TimeRange(
                start,
                end == null ? start.plus(Duration.ofMinutes(resource.terms().stepMinutes())) : Instant.parse(end));
        int free = Math.max(0, entry.capacity() - entry.taken());
        return new Offer(resource, time, free, entry.price(), entry.price());
    }

    private static boolean isToCome(@Nullable TimeRange time, Instant earliest) {
        return time != null && !time.start().isBefore(earliest);
    }

    private static boolean hasRoom(ResourceTerms terms, @Nullable TimeRange time, Set<Instant> full) {
        if (time == null) {
            return false;
        }
        Instant end = time.end().plus(Duration.ofMinutes(terms.bufferAfterMinutes()));
        for (Instant step = time.start().minus(Duration.ofMinutes(terms.bufferBeforeMinutes()));
                step.isBefore(end);
                step = step.plus(Duration.ofMinutes(terms.stepMinutes()))) {
            if (full.contains(step)) {
                return false;
            }
        }
        return true;
    }
}
