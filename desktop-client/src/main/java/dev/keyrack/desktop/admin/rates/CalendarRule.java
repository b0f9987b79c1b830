package dev.keyrack.desktop.admin.rates;

import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.value.Grain;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Brings a calendar, which counts nights, steps or performances, and the rules of stays to days.
final class CalendarRule {

    private CalendarRule() {}

    /// A day on which something changes.
    record Effect(DayTerms before, DayTerms after) {}

    /// @param to last day
    static List<DayTerms> days(Calendar calendar, List<StayRule> rules, ZoneId zone, LocalDate from, LocalDate to) {
        Map<LocalDate, List<Calendar.Entry>> byDay = calendar.entries().stream()
                .collect(Collectors.groupingBy(entry -> dateOf(calendar.grain(), entry, zone)));
        return from.datesUntil(to.plusDays(1))
                .map(date -> day(date, byDay.getOrDefault(date, List.of()), limits(rules, date)))
                .toList();
    }

    private static LocalDate dateOf(Grain grain, Calendar.Entry entry, ZoneId zone) {
        return grain == Grain.NIGHT
                ? LocalDate.parse(entry.start())
                : LocalDate.ofInstant(Instant.parse(entry.start()), zone);
    }

    private static DayTerms day(LocalDate date, List<Calendar.Entry> entries, DayTerms.Limits limits) {
        BigDecimal price = entries.stream()
                .map(Calendar.Entry::price)
                .min(BigDecimal::compareTo)
                .orElse(null);
        return new DayTerms(
                date,
                price,
                entries.stream().mapToInt(Calendar.Entry::capacity).sum(),
                entries.stream().mapToInt(Calendar.Entry::taken).sum(),
                entries.stream().anyMatch(Calendar.Entry::open),
                limits);
    }

    /// All rules of a day hold together: the strictest counts.
    static DayTerms.Limits limits(List<StayRule> rules, LocalDate date) {
        List<StayRule> held = rules.stream().filter(rule -> rule.holdsOn(date)).toList();
        return new DayTerms.Limits(
                held.stream()
                        .map(StayRule::minimumStay)
                        .filter(Objects::nonNull)
                        .max(Integer::compare)
                        .orElse(0),
                held.stream()
                        .map(StayRule::maximumStay)
                        .filter(Objects::nonNull)
                        .min(Integer::compare)
                        .orElse(0),
                held.stream().anyMatch(StayRule::closedToArrival),
                held.stream().anyMatch(StayRule::closedToDeparture));
    }

    /// The days that are not the same, both lists being of the same days.
    static List<Effect> effects(List<DayTerms> before, List<DayTerms> after) {
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (after.get(i).differs(before.get(i))) {
                effects.add(new Effect(before.get(i), after.get(i)));
            }
        }
        return effects;
    }

    /// The days as they are after these effects.
    static List<DayTerms> applied(List<DayTerms> days, List<Effect> effects) {
        return days.stream()
                .map(day -> effects.stream()
                        .map(Effect::after)
                        .filter(then -> then.date().equals(day.date()))
                        .findFirst()
                        .orElse(day))
                .toList();
    }
}
