package dev.keyrack.desktop.sale;

import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.value.TimeRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a calendar leaves to be sold: performances with enough seats, and single steps that are free together with the
/// pause around them.
final class TimesRule {

    private TimesRule() {}

    /// Those that begin after `now`.
    static List<Offer> list(Resource resource, Calendar calendar, int quantity, Instant now) {
        Set<Instant> full = calendar.entries().stream()
                .filter(entry -> entry.taken() >= entry.capacity())
                .map(entry -> Instant.parse(entry.start()))
                .collect(Collectors.toSet());
        return calendar.entries().stream()
                .filter(entry -> entry.open() && entry.capacity() - entry.taken() >= quantity)
                .filter(entry -> Instant.parse(entry.start()).isAfter(now))
                .filter(entry -> hasPause(resource.terms(), timeOf(resource, entry), full))
                .map(entry -> new Offer(
                        resource,
                        timeOf(resource, entry),
                        entry.capacity() - entry.taken(),
                        entry.price().multiply(BigDecimal.valueOf(quantity)),
                        List.of()))
                .toList();
    }

    private static TimeRange timeOf(Resource resource, Calendar.Entry entry) {
        Instant start = Instant.parse(entry.start());
        String end = entry.end();
        return new TimeRange(start, end == null ? start.plus(step(resource.terms())) : Instant.parse(end));
    }

    private static Duration step(ResourceTerms terms) {
        return Duration.ofMinutes(terms.stepMinutes());
    }

    private static boolean hasPause(ResourceTerms terms, TimeRange time, Set<Instant> full) {
        if (terms.stepMinutes() == 0) {
            return true;
        }
        Instant end = time.end().plus(Duration.ofMinutes(terms.bufferAfterMinutes()));
        Instant step = time.start().minus(Duration.ofMinutes(terms.bufferBeforeMinutes()));
        while (step.isBefore(end)) {
            if (full.contains(step)) {
                return false;
            }
            step = step.plus(step(terms));
        }
        return true;
    }
}
