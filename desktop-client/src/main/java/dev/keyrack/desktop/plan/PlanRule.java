package dev.keyrack.desktop.plan;

import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Lays a site's stays out in lines: each resource with the stays that have no unit yet, in as few lines as they need,
/// and then its units.
public final class PlanRule {

    private static final Comparator<Bar> BY_START = Comparator.comparingInt(Bar::start)
            .thenComparing(bar -> bar.stay().id().value());

    private final Ground ground;
    private final List<PlanRow> rows = new ArrayList<>();
    private final List<List<Bar>> bars = new ArrayList<>();
    private final Map<UnitId, List<Bar>> byUnit = new HashMap<>();
    private final Map<ResourceId, List<Bar>> unassigned = new HashMap<>();
    private final Map<ResourceId, List<Stay>> byResource;
    private final Map<ResourceId, List<SiteCopy.Held>> heldOf;

    /// What is sold between two days of the epoch, and the words for what has no name.
    ///
    /// @param held what is kept for those who have not booked yet
    /// @param unassigned stands before stays without a unit
    /// @param closed stands for a date that is closed without a reason
    public record Ground(
            int from,
            int to,
            List<Resource> resources,
            List<Unit> units,
            List<SiteCopy.Held> held,
            String unassigned,
            String closed) {}

    private PlanRule(Ground ground, List<Stay> stays) {
        this.ground = ground;
        List<Stay> placed = stays.stream().filter(Stay::takesPlace).toList();
        byResource = placed.stream()
                .collect(Collectors.groupingBy(stay -> stay.booking().resourceId()));
        heldOf = ground.held().stream().collect(Collectors.groupingBy(SiteCopy.Held::resourceId));
        placed.forEach(this::place);
    }

    public static Plan plan(Ground ground, List<Stay> stays) {
        var rule = new PlanRule(ground, stays);
        Map<ResourceId, List<Unit>> unitsOf = ground.units().stream().collect(Collectors.groupingBy(Unit::resourceId));
        ground.resources().stream()
                .filter(resource -> resource.grain() == Grain.NIGHT)
                .sorted(Comparator.comparing(resource -> resource.terms().name()))
                .forEach(resource -> rule.add(resource, unitsOf.getOrDefault(resource.id(), List.of())));
        return new Plan(ground.from(), ground.to(), rule.rows, rule.bars);
    }

    private void place(Stay stay) {
        for (UnitNights part : stay.booking().units()) {
            bars(part.unitId())
                    .add(new Bar(stay, -1, part.unitId(), Stay.dayOf(part.startDate()), Stay.dayOf(part.endDate())));
        }
        if (stay.booking().units().isEmpty()) {
            UnitId unit = stay.booking().unitId();
            List<Bar> line = unit == null
                    ? unassigned.computeIfAbsent(stay.booking().resourceId(), _ -> new ArrayList<>())
                    : bars(unit);
            line.add(new Bar(stay, -1, unit, stay.start(), stay.end()));
        }
    }

    private List<Bar> bars(UnitId unit) {
        return byUnit.computeIfAbsent(unit, _ -> new ArrayList<>());
    }

    private void add(Resource resource, List<Unit> units) {
        ResourceId id = resource.id();
        PlanRow.Days days = days(resource);
        add(new PlanRow(PlanRow.Kind.RESOURCE, title(resource), id, null, days), List.of());
        for (List<Bar> line : lines(unassigned.getOrDefault(id, List.of()))) {
            add(new PlanRow(PlanRow.Kind.UNASSIGNED, ground.unassigned(), id, null, days), line);
        }
        units.stream()
                .sorted(Comparator.comparingInt((Unit unit) -> unit.name().length())
                        .thenComparing(Unit::name))
                .forEach(unit -> add(
                        new PlanRow(
                                unit.open() ? PlanRow.Kind.UNIT : PlanRow.Kind.CLOSED_UNIT,
                                unit.name(),
                                id,
                                unit.id(),
                                days),
                        byUnit.getOrDefault(unit.id(), List.of())));
    }

    /// The name without that of the house, which stands above all of them.
    private static String title(Resource resource) {
        String name = resource.terms().name();
        String house = resource.site().name() + " - ";
        return name.startsWith(house) ? name.substring(house.length()) : name;
    }

    private void add(PlanRow row, List<Bar> line) {
        int index = rows.size();
        rows.add(row);
        bars.add(line.stream()
                .sorted(BY_START)
                .map(bar -> new Bar(bar.stay(), index, bar.unit(), bar.start(), bar.end()))
                .toList());
    }

    private PlanRow.Days days(Resource resource) {
        var days = new PlanRow.Days(ground.from(), ground.to());
        for (int day = ground.from(); day < ground.to(); day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            int capacity = resource.terms().capacity();
            for (StayRule rule : resource.rules()) {
                if (rule.holdsOn(date)) {
                    capacity = Objects.requireNonNullElse(rule.capacity(), capacity);
                    if (rule.closed()) {
                        days.close(day, Objects.requireNonNullElse(rule.reason(), ground.closed()));
                    }
                }
            }
            days.open(day, capacity);
        }
        for (Stay stay : byResource.getOrDefault(resource.id(), List.of())) {
            days.sell(stay.start(), stay.end(), stay.booking().quantity().count());
        }
        for (SiteCopy.Held each : heldOf.getOrDefault(resource.id(), List.of())) {
            days.hold(Stay.dayOf(each.grainStart()), each.held());
        }
        return days;
    }

    /// Puts each stay into the first line that is free when it begins.
    private static List<List<Bar>> lines(List<Bar> bars) {
        List<List<Bar>> lines = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (Bar bar : bars.stream().sorted(BY_START).toList()) {
            int line = 0;
            while (line < ends.size() && ends.get(line) > bar.start()) {
                line++;
            }
            if (line == ends.size()) {
                lines.add(new ArrayList<>());
                ends.add(bar.end());
            }
            lines.get(line).add(bar);
            ends.set(line, bar.end());
        }
        return lines;
    }
}
