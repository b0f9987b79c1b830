package dev.keyrack.server.verification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.server.persistence.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts anew what is held and booked at each grain, from nothing but the bookings, holds and waiting changes. Written
/// apart from the engine that it checks.
final class CellRecount {

    /// One resource at one grain.
    record Place(String resourceId, LocalDateTime grain) {}

    /// What should be taken there.
    record Count(int held, int booked) {

        static final Count NOTHING = new Count(0, 0);

        Count plus(Count other) {
            return new Count(held + other.held, booked + other.booked);
        }
    }

    private final Map<String, ResourceTerms> terms = new HashMap<>();
    private final Map<Place, Count> counts = new HashMap<>();

    CellRecount(Transaction tx) {
        tx.list(
                "select id, terms from resource",
                row -> terms.put(row.text("id"), row.json("terms", ResourceTerms.class)));
        tx.list(
                "select resource_id, start_date, end_date, quantity from booking"
                        + " where status in ('CONFIRMED', 'CHECKED_IN', 'COMPLETED', 'NO_SHOW')",
                row -> add(
                        row.text("resource_id"),
                        grains(row.text("resource_id"), row.text("start_date"), row.text("end_date")),
                        new Count(0, row.integer("quantity"))));
        tx.list(
                "select resource_id, start_date, end_date, quantity from hold where state = 'ACTIVE'",
                row -> add(
                        row.text("resource_id"),
                        grains(row.text("resource_id"), row.text("start_date"), row.text("end_date")),
                        new Count(row.integer("quantity"), 0)));
        tx.list(
                "select b.resource_id, b.start_date, b.end_date, b.quantity, c.target"
                        + " from pending_change c join booking b on b.id = c.booking_id",
                row -> addChange(
                        row.text("resource_id"),
                        grains(row.text("resource_id"), row.text("start_date"), row.text("end_date")),
                        row.integer("quantity"),
                        row.json("target", JsonNode.class)));
    }

    private boolean add(String resource, List<LocalDateTime> grains, Count count) {
        grains.forEach(grain -> counts.merge(new Place(resource, grain), count, Count::plus));
        return true;
    }

    /// A change that waits for its payment holds what it needs more than the booking has.
    private boolean addChange(String resource, List<LocalDateTime> grains, int quantity, JsonNode target) {
        String after = target.path("resourceId").asText();
        int wanted = target.path("quantity").asInt();
        for (LocalDateTime grain : grains(
                after, target.path("startDate").asText(), target.path("endDate").asText())) {
            int more = after.equals(resource) && grains.contains(grain) ? wanted - quantity : wanted;
            add(after, List.of(grain), new Count(Math.max(0, more), 0));
        }
        return true;
    }

    /// All grains that a period takes, buffers included.
    List<LocalDateTime> grains(String resourceId, String start, String end) {
        ResourceTerms resource = terms.get(resourceId);
        if (resource == null) {
            return List.of();
        }
        return switch (Period.parse(start, end)) {
            case StayRange stay ->
                stay.nights().stream().map(LocalDate::atStartOfDay).toList();
            case TimeRange time when resource.type().grain() == Grain.TIME -> steps(resource, time);
            case TimeRange time -> List.of(utc(time.start()));
        };
    }

    private static List<LocalDateTime> steps(ResourceTerms resource, TimeRange time) {
        List<LocalDateTime> steps = new ArrayList<>();
        LocalDateTime last = utc(time.end()).plusMinutes(resource.bufferAfterMinutes());
        LocalDateTime step = utc(time.start()).minusMinutes(resource.bufferBeforeMinutes());
        while (step.isBefore(last)) {
            steps.add(step);
            step = step.plusMinutes(resource.stepMinutes());
        }
        return steps;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /// Compares with the stored cells.
    Verification.Check compare(Transaction tx) {
        Map<String, String> faults = new TreeMap<>();
        Map<Place, Count> unseen = new HashMap<>(counts);
        List<Boolean> cells = tx.list("select resource_id, grain_start, held, booked from cell", row -> {
            Place place = new Place(row.text("resource_id"), row.grain("grain_start"));
            Count stored = new Count(row.integer("held"), row.integer("booked"));
            Count counted = unseen.getOrDefault(place, Count.NOTHING);
            unseen.remove(place);
            if (!stored.equals(counted)) {
                faults.put(
                        place.resourceId() + " at " + place.grain(),
                        "held %d, booked %d; counted held %d, booked %d"
                                .formatted(stored.held(), stored.booked(), counted.held(), counted.booked()));
            }
            return true;
        });
        unseen.forEach((place, count) -> faults.put(
                place.resourceId() + " at " + place.grain(),
                "no cell; counted held %d, booked %d".formatted(count.held(), count.booked())));
        return new Verification.Check(
                "cells agree with bookings and holds",
                cells.size(),
                faults.entrySet().stream()
                        .map(fault -> "cell " + fault.getKey() + ": " + fault.getValue())
                        .toList());
    }
}
