package dev.keyrack.desktop.admin.rates;

import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.desktop.admin.Figures;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// Rates, rules and their effect in words.
record RatesText(Messages messages) {

    RuleRow row(RateRule rate, CurrencyUnit currency) {
        List<String> parts = new ArrayList<>();
        BigDecimal price = rate.price();
        BigDecimal percent = rate.percent();
        if (price != null) {
            parts.add(new Amounts(messages.locale()).format(price, currency));
        }
        if (percent != null) {
            String figure = new Figures(messages.locale()).write(percent.stripTrailingZeros());
            parts.add((percent.signum() > 0 ? "+" : "") + figure + " %");
        }
        if (rate.minimumGrains() > 1) {
            parts.add(messages.text("rates.rule.longer", rate.minimumGrains()));
        }
        return new RuleRow(rate, rate.name() + ": " + days(rate.from(), rate.to(), rate.weekdays()), join(parts));
    }

    RuleRow row(StayRule rule) {
        List<String> parts = new ArrayList<>();
        if (rule.closed()) {
            parts.add(messages.text("rates.rule.closed"));
        }
        Integer minimum = rule.minimumStay();
        if (minimum != null) {
            parts.add(messages.text("rates.rule.minimum", minimum));
        }
        Integer maximum = rule.maximumStay();
        if (maximum != null) {
            parts.add(messages.text("rates.rule.maximum", maximum));
        }
        if (rule.closedToArrival()) {
            parts.add(messages.text("rates.rule.arrival"));
        }
        if (rule.closedToDeparture()) {
            parts.add(messages.text("rates.rule.departure"));
        }
        Integer capacity = rule.capacity();
        if (capacity != null) {
            parts.add(messages.text("rates.rule.capacity", capacity));
        }
        String reason = rule.reason();
        String days = days(rule.from(), rule.to(), rule.weekdays());
        return new RuleRow(rule, reason == null ? days : reason + ": " + days, join(parts));
    }

    private static String join(List<String> parts) {
        return String.join(", ", parts);
    }

    private String days(@Nullable LocalDate from, @Nullable LocalDate to, Set<DayOfWeek> weekdays) {
        Dates dates = new Dates(messages.locale());
        String span = from == null && to == null
                ? messages.text("rates.rule.always")
                : from == null
                        ? messages.text("rates.rule.until", dates.date(to == null ? LocalDate.MAX : to))
                        : to == null
                                ? messages.text("rates.rule.since", dates.date(from))
                                : dates.date(from) + " – " + dates.date(to);
        return weekdays.isEmpty()
                ? span
                : span + " (" + weekdays.stream().sorted().map(this::weekday).collect(Collectors.joining(", ")) + ")";
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, messages.locale());
    }

    /// One line for what changes on a day.
    String effect(CalendarRule.Effect effect, CurrencyUnit currency) {
        DayTerms before = effect.before();
        DayTerms after = effect.after();
        String changes = Stream.of(
                        change(price(before, currency), price(after, currency)),
                        change(open(before), open(after)),
                        change(
                                messages.text("rates.rule.capacity", before.capacity()),
                                messages.text("rates.rule.capacity", after.capacity())),
                        change(limits(before.limits()), limits(after.limits())))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return new Dates(messages.locale()).day(after.date()) + ": " + changes;
    }

    private static String change(String before, String after) {
        return before.equals(after) ? "" : before + " → " + after;
    }

    String price(DayTerms day, CurrencyUnit currency) {
        BigDecimal price = day.price();
        return price == null ? "–" : new Amounts(messages.locale()).format(price, currency);
    }

    private String open(DayTerms day) {
        return day.open() ? messages.text("rates.day.open") : messages.text("rates.day.closed");
    }

    String limits(DayTerms.Limits limits) {
        List<String> parts = new ArrayList<>();
        if (limits.minimumStay() > 0) {
            parts.add(messages.text("rates.rule.minimum", limits.minimumStay()));
        }
        if (limits.maximumStay() > 0) {
            parts.add(messages.text("rates.rule.maximum", limits.maximumStay()));
        }
        if (limits.closedToArrival()) {
            parts.add(messages.text("rates.rule.arrival"));
        }
        if (limits.closedToDeparture()) {
            parts.add(messages.text("rates.rule.departure"));
        }
        return parts.isEmpty() ? messages.text("rates.rule.free") : join(parts);
    }
}
