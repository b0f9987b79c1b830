package dev.keyrack.server.verification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Counts anew which unit is promised when to whom, from nothing but the bookings, holds and waiting changes. Written
/// apart from the engine that it checks.
final class UnitRecount {

    /// One unit of a resource at one grain.
    record Claim(String unitId, @Nullable String resourceId, LocalDateTime grain) {}

    private final CellRecount cells;
    private final Map<String, Set<Claim>> claims = new HashMap<>();
    /// What a change that waits for its payment has promised besides.
    private final Map<String, Set<Claim>> waiting = new HashMap<>();

    UnitRecount(Transaction tx, CellRecount cells) {
        this.cells = cells;
        tx.list(
                "select id, resource_id, unit_id, units, start_date, end_date from booking where unit_id is not null",
                row -> claims.put(row.text("id"), ofBooking(row)));
        tx.list(
                "select id, resource_id, unit_id, start_date, end_date from hold where unit_id is not null",
                row -> claims.put(row.text("id"), inOneUnit(row)));
        tx.list(
                "select booking_id, target from pending_change",
                row -> waiting.put(row.text("booking_id"), ofTarget(row.json("target", JsonNode.class))));
    }

    private Set<Claim> inOneUnit(Row row) {
        return inOneUnit(
                row.text("resource_id"),
                row.text("unit_id"),
                cells.grains(row.text("resource_id"), row.text("start_date"), row.text("end_date")));
    }

    private static Set<Claim> inOneUnit(String resource, String unit, List<LocalDateTime> grains) {
        Set<Claim> result = new HashSet<>();
        grains.forEach(grain -> result.add(new Claim(unit, resource, grain)));
        return result;
    }

    private Set<Claim> ofBooking(Row row) {
        JsonNode units = row.json("units", JsonNode.class);
        return units.isEmpty()
                ? inOneUnit(row)
                : inUnits(
                        row.text("resource_id"),
                        units,
                        cells.grains(row.text("resource_id"), row.text("start_date"), row.text("end_date")));
    }

    /// The plan may reach beyond a stay that ended early.
    private static Set<Claim> inUnits(String resource, JsonNode units, List<LocalDateTime> stay) {
        Set<Claim> result = new HashSet<>();
        for (JsonNode span : units) {
            LocalDate.parse(span.path("startDate").asText())
                    .datesUntil(LocalDate.parse(span.path("endDate").asText()))
                    .map(LocalDate::atStartOfDay)
                    .filter(stay::contains)
                    .forEach(night -> result.add(new Claim(span.path("unitId").asText(), resource, night)));
        }
        return result;
    }

    private Set<Claim> ofTarget(JsonNode target) {
        String resource = target.path("resourceId").asText();
        if (!target.hasNonNull("unitId")) {
            return Set.of();
        }
        List<LocalDateTime> grains = cells.grains(
                resource,
                target.path("startDate").asText(),
                target.path("endDate").asText());
        JsonNode units = target.path("units");
        return units.isEmpty()
                ? inOneUnit(resource, target.path("unitId").asText(), grains)
                : inUnits(resource, units, grains);
    }

    /// What is wrong with a promise of a unit, if anything is.
    Optional<String> fault(String owner, Claim promised) {
        Set<Claim> due = new HashSet<>(claims.getOrDefault(owner, Set.of()));
        due.addAll(waiting.getOrDefault(owner, Set.of()));
        if (due.contains(promised)) {
            return Optional.empty();
        }
        Set<String> units = new TreeSet<>();
        due.forEach(claim -> units.add(claim.unitId()));
        if (!units.contains(promised.unitId())) {
            return Optional.of("it has the unit " + (units.isEmpty() ? null : String.join(", ", units)));
        }
        boolean sameResource = due.stream()
                .anyMatch(claim -> claim.unitId().equals(promised.unitId())
                        && claim.resourceId() != null
                        && claim.resourceId().equals(promised.resourceId()));
        return Optional.of(sameResource ? "it does not reach there" : "the unit is of another resource");
    }

    /// Those of these bookings for which not every unit is promised that they have.
    List<String> listMissing(Transaction tx, Set<String> bookings) {
        Map<String, Set<Claim>> missing = new HashMap<>();
        bookings.forEach(booking -> missing.put(booking, new HashSet<>(claims.getOrDefault(booking, Set.of()))));
        tx.list(
                "select n.owner_id, n.unit_id, n.grain_start, u.resource_id from unit_night n"
                        + " join unit u on u.id = n.unit_id",
                row -> missing.getOrDefault(row.text("owner_id"), new HashSet<>())
                        .remove(new Claim(row.text("unit_id"), row.text("resource_id"), row.grain("grain_start"))));
        return missing.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
