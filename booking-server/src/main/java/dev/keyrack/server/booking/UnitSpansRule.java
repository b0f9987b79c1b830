package dev.keyrack.server.booking;

import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.http.ProblemException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which nights of a stay are spent in which unit, where it changes its unit.
final class UnitSpansRule {

    private UnitSpansRule() {}

    /// What was asked for, without names, and with neighbours in the same unit as one.
    ///
    /// @throws ProblemException MALFORMED_BODY unless the spans follow each other and are the whole stay
    static List<UnitNights> whole(StayRange stay, List<UnitNights> asked) {
        List<UnitNights> spans = new ArrayList<>();
        LocalDate reached = stay.checkIn();
        for (UnitNights span : asked) {
            LocalDate end = date(span.endDate());
            if (!date(span.startDate()).equals(reached) || !end.isAfter(reached)) {
                throw ProblemException.malformed("units", "expected nights that follow each other from " + reached);
            }
            boolean goesOn = !spans.isEmpty() && spans.getLast().unitId().equals(span.unitId());
            LocalDate start = goesOn ? date(spans.removeLast().startDate()) : reached;
            spans.add(span(span.unitId(), start, end));
            reached = end;
        }
        if (!reached.equals(stay.checkOut())) {
            throw ProblemException.malformed("units", "expected the nights up to " + stay.checkOut());
        }
        return List.copyOf(spans);
    }

    /// The part of a plan that lies within a stay; empty if that is one unit.
    static List<UnitNights> within(StayRange stay, List<UnitNights> plan) {
        List<UnitNights> left = new ArrayList<>();
        for (UnitNights span : plan) {
            LocalDate start = later(date(span.startDate()), stay.checkIn());
            LocalDate end = earlier(date(span.endDate()), stay.checkOut());
            if (start.isBefore(end)) {
                left.add(span(span.unitId(), start, end));
            }
        }
        return left.size() > 1 ? List.copyOf(left) : List.of();
    }

    /// The plan on other dates: as long as the first night stays, the last unit that is left is kept for longer or
    /// shorter; else there is no plan any more.
    static List<UnitNights> onDates(StayRange stay, List<UnitNights> plan) {
        if (plan.isEmpty() || !date(plan.getFirst().startDate()).equals(stay.checkIn())) {
            return List.of();
        }
        UnitNights last = plan.getLast();
        List<UnitNights> stretched = new ArrayList<>(plan.subList(0, plan.size() - 1));
        LocalDate start = date(last.startDate());
        stretched.add(span(last.unitId(), start, later(stay.checkOut(), start.plusDays(1))));
        return within(stay, stretched);
    }

    /// The units of the nights from a date on.
    static Set<UnitId> unitsFrom(LocalDate from, List<UnitNights> plan) {
        return plan.stream()
                .filter(span -> date(span.endDate()).isAfter(from))
                .map(UnitNights::unitId)
                .collect(Collectors.toSet());
    }

    /// The plan with all nights from a date on, which is one of them, in another unit.
    static List<UnitNights> movedFrom(LocalDate from, UnitId unit, List<UnitNights> plan) {
        List<UnitNights> moved = new ArrayList<>();
        for (UnitNights span : plan) {
            LocalDate end = earlier(date(span.endDate()), from);
            if (date(span.startDate()).isBefore(end)) {
                moved.add(span(span.unitId(), date(span.startDate()), end));
            }
        }
        moved.add(span(unit, from, date(plan.getLast().endDate())));
        LocalDate start = date(plan.getFirst().startDate());
        return whole(new StayRange(start, date(plan.getLast().endDate())), moved);
    }

    /// The grains by unit: of the spans, or all of them in the one unit if there are none.
    static Map<UnitId, List<LocalDateTime>> grains(
            @Nullable UnitId unit, List<UnitNights> spans, List<LocalDateTime> taken) {
        if (unit == null) {
            return Map.of();
        }
        if (spans.isEmpty()) {
            return Map.of(unit, taken);
        }
        Map<UnitId, List<LocalDateTime>> grains = new LinkedHashMap<>();
        for (UnitNights span : spans) {
            date(span.startDate())
                    .datesUntil(date(span.endDate()))
                    .forEach(night -> grains.computeIfAbsent(span.unitId(), absent -> new ArrayList<>())
                            .add(night.atStartOfDay()));
        }
        return grains;
    }

    private static UnitNights span(UnitId unit, LocalDate start, LocalDate end) {
        return new UnitNights(unit, null, start.toString(), end.toString());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.malformed("units", "expected dates such as 2025-12-01");
        }
    }
}
