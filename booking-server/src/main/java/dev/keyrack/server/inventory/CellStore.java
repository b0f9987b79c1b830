package dev.keyrack.server.inventory;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.pricing.CapacityRule;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of `cell` and `occurrence`. A cell is created when it is first locked.
final class CellStore {

    private static final String COLUMNS =
            "select resource_id, grain_start, capacity, allowance, held, booked, leased, version from cell ";

    /// The cells that exist between two grains, both included.
    List<Cell> list(Transaction tx, ResourceId resource, LocalDateTime first, LocalDateTime last) {
        return tx.list(
                COLUMNS + "where resource_id = ? and grain_start between ? and ? order by grain_start",
                CellStore::toCell,
                resource,
                first,
                last);
    }

    /// The cells of these grains as they are, or as they would be created; nothing is locked.
    List<Cell> view(Transaction tx, Resource resource, List<LocalDateTime> grains) {
        Map<LocalDateTime, Cell> present = new HashMap<>();
        list(tx, resource.id(), grains.getFirst(), grains.getLast())
                .forEach(cell -> present.put(cell.grainStart(), cell));
        return grains.stream()
                .map(grain -> present.containsKey(grain) ? present.get(grain) : untouched(tx, resource, grain))
                .toList();
    }

    /// Locks the cells of these grains, in their order, creating those that nobody touched before.
    List<Cell> lock(Transaction tx, Resource resource, List<LocalDateTime> grains) {
        List<Cell> locked = new ArrayList<>(tx.list(
                COLUMNS + "where resource_id = ? and grain_start between ? and ? order by grain_start",
                CellStore::toCell,
                resource.id(),
                grains.getFirst(),
                grains.getLast()));
        Map<LocalDateTime, Cell> wanted = new HashMap<>();
        locked.forEach(cell -> wanted.put(cell.grainStart(), cell));
        List<Cell> missing = grains.stream()
                .filter(grain -> !wanted.containsKey(grain))
                .map(grain -> untouched(tx, resource, grain))
                .toList();
        tx.updateAll(
                "insert into cell (resource_id, grain_start, capacity) values (?, ?, ?)",
                missing.stream()
                        .map(cell -> new Object[] {resource.id(), cell.grainStart(), cell.capacity()})
                        .toList());
        missing.forEach(cell -> wanted.put(cell.grainStart(), cell));
        return grains.stream().map(grain -> require(wanted, grain)).toList();
    }

    private static Cell require(Map<LocalDateTime, Cell> cells, LocalDateTime grain) {
        Cell cell = cells.get(grain);
        if (cell == null) {
            throw new IllegalStateException("no cell at " + grain);
        }
        return cell;
    }

    private Cell untouched(Transaction tx, Resource resource, LocalDateTime grain) {
        int capacity = resource.grain() == Grain.OCCURRENCE
                ? findOccurrence(tx, resource.id(), grain)
                        .map(Performance::capacity)
                        .orElse(0)
                : CapacityRule.capacity(resource, Grains.localDate(resource, grain));
        return new Cell(resource.id(), grain, capacity, 0, 0, 0, 0, 1);
    }

    /// Adds to a tally of each grain; the database's own guard stands in the statement, whatever was read before.
    ///
    /// @return false if any of the cells has too little left, or gives more than it has; then the caller must undo
    boolean add(Transaction tx, ResourceId resource, List<LocalDateTime> grains, Cell.Tally tally, int count) {
        return tx.updateAll(
                        "update cell set " + tally.column() + " = " + tally.column() + " + ?, version = version + 1"
                                + " where resource_id = ? and grain_start = ? and " + tally.column() + " + ? >= 0"
                                + " and (? < 0 or held + booked + leased + ? <= capacity + allowance)",
                        grains.stream()
                                .map(grain -> new Object[] {count, resource, grain, count, count, count})
                                .toList())
                == grains.size();
    }

    /// Turns what was held into what is booked.
    ///
    /// @return false if any of the cells holds less; then the caller must undo
    boolean confirm(Transaction tx, ResourceId resource, List<LocalDateTime> grains, int count) {
        return tx.updateAll(
                        "update cell set held = held - ?, booked = booked + ?, version = version + 1"
                                + " where resource_id = ? and grain_start = ? and held >= ?",
                        grains.stream()
                                .map(grain -> new Object[] {count, count, resource, grain, count})
                                .toList())
                == grains.size();
    }

    void setCapacity(Transaction tx, Cell cell, int capacity) {
        tx.update(
                "update cell set capacity = ?, version = version + 1 where resource_id = ? and grain_start = ?",
                capacity,
                cell.resourceId(),
                cell.grainStart());
    }

    /// One performance as it is stored, both ends in UTC.
    record Performance(LocalDateTime start, LocalDateTime end, int capacity) {}

    Optional<Performance> findOccurrence(Transaction tx, ResourceId resource, LocalDateTime start) {
        return tx.find(
                "select grain_start, grain_end, capacity from occurrence where resource_id = ? and grain_start = ?",
                CellStore::toPerformance,
                resource,
                start);
    }

    List<Performance> listOccurrences(Transaction tx, ResourceId resource, LocalDateTime from, LocalDateTime until) {
        return tx.list(
                "select grain_start, grain_end, capacity from occurrence"
                        + " where resource_id = ? and grain_start >= ? and grain_start < ? order by grain_start",
                CellStore::toPerformance,
                resource,
                from,
                until);
    }

    /// Inserts a performance, or changes the one that starts then.
    void putOccurrence(Transaction tx, ResourceId resource, Performance performance) {
        int changed = tx.update(
                "update occurrence set grain_end = ?, capacity = ? where resource_id = ? and grain_start = ?",
                performance.end(),
                performance.capacity(),
                resource,
                performance.start());
        if (changed == 0) {
            tx.update(
                    "insert into occurrence (resource_id, grain_start, grain_end, capacity) values (?, ?, ?, ?)",
                    resource,
                    performance.start(),
                    performance.end(),
                    performance.capacity());
        }
    }

    private static Performance toPerformance(Row row) {
        return new Performance(row.grain("grain_start"), row.grain("grain_end"), row.integer("capacity"));
    }

    private static Cell toCell(Row row) {
        return new Cell(
                new ResourceId(row.text("resource_id")),
                row.grain("grain_start"),
                row.integer("capacity"),
                row.integer("allowance"),
                row.integer("held"),
                row.integer("booked"),
                row.integer("leased"),
                row.number("version"));
    }
}
