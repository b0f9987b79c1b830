package dev.keyrack.desktop.board;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Lays a site's stays out in lines: each resource with the stays that have no unit yet, in as few lines as they need,
/// and then its units.
final class BoardPlanRule {

    private static final Comparator<Stay> BY_START = Comparator.comparing(Stay::startDate)
            .thenComparing(stay -> stay.bookingId().value());

    private final List<BoardRow> rows = new ArrayList<>();
    private final List<List<BoardBar>> bars = new ArrayList<>();
    private final Map<UnitId, List<Stay>> byUnit;
    private final Map<ResourceId, List<Stay>> unassigned;

    private BoardPlanRule(List<Stay> stays) {
        byUnit = new HashMap<>();
        unassigned = new HashMap<>();
        for (Stay stay :
                stays.stream().filter(Stay::takesPlace).sorted(BY_START).toList()) {
            UnitId unit = stay.unitId();
            if (unit == null) {
                unassigned
                        .computeIfAbsent(stay.resourceId(), _ -> new ArrayList<>())
                        .add(stay);
            } else {
                byUnit.computeIfAbsent(unit, _ -> new ArrayList<>()).add(stay);
            }
        }
    }

    /// @param unassignedTitle what stands before stays without a unit
    static BoardPlan plan(
            SiteId site, List<Resource> resources, List<Unit> units, List<Stay> stays, String unassignedTitle) {
        var rule = new BoardPlanRule(stays);
        Map<ResourceId, List<Unit>> unitsOf = units.stream().collect(Collectors.groupingBy(Unit::resourceId));
        resources.stream()
                .filter(resource -> resource.site().id().equals(site) && resource.grain() == Grain.NIGHT)
                .sorted(Comparator.comparing(resource -> resource.terms().name()))
                .forEach(resource ->
                        rule.add(resource, unitsOf.getOrDefault(resource.id(), List.of()), unassignedTitle));
        return new BoardPlan(List.copyOf(rule.rows), List.copyOf(rule.bars));
    }

    private void add(Resource resource, List<Unit> units, String unassignedTitle) {
        ResourceId id = resource.id();
        add(new BoardRow(BoardRow.Kind.RESOURCE, title(resource), id, null), List.of());
        for (List<Stay> line : lines(unassigned.getOrDefault(id, List.of()))) {
            add(new BoardRow(BoardRow.Kind.UNASSIGNED, unassignedTitle, id, null), line);
        }
        units.stream()
                .sorted(Comparator.comparingInt((Unit unit) -> unit.name().length())
                        .thenComparing(Unit::name))
                .forEach(unit -> add(
                        new BoardRow(
                                unit.open() ? BoardRow.Kind.UNIT : BoardRow.Kind.CLOSED_UNIT,
                                unit.name(),
                                id,
                                unit.id()),
                        byUnit.getOrDefault(unit.id(), List.of())));
    }

    /// The name without that of the house, which stands above all of them.
    private static String title(Resource resource) {
        String name = resource.terms().name();
        String house = resource.site().name() + " - ";
        return name.startsWith(house) ? name.substring(house.length()) : name;
    }

    private void add(BoardRow row, List<Stay> stays) {
        int index = rows.size();
        rows.add(row);
        bars.add(stays.stream().map(stay -> new BoardBar(stay, index)).toList());
    }

    /// Puts each stay into the first line that is free when it begins.
    private static List<List<Stay>> lines(List<Stay> stays) {
        List<List<Stay>> lines = new ArrayList<>();
        List<LocalDate> ends = new ArrayList<>();
        for (Stay stay : stays) {
            int line = 0;
            while (line < ends.size() && ends.get(line).isAfter(stay.startDate())) {
                line++;
            }
            if (line == ends.size()) {
                lines.add(new ArrayList<>());
                ends.add(stay.endDate());
            }
            lines.get(line).add(stay);
            ends.set(line, stay.endDate());
        }
        return lines;
    }
}
