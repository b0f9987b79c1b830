package dev.keyrack.server.inventory;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Table;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.pricing.CapacityRule;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of `cell` and `occurrence`. A cell is created when it is first taken.
final class CellStore {

    private static final String COLUMNS =
            "select resource_id, grain_start, capacity, allowance, held, booked, leased, version from cell ";

    private static final Table<Key, Cell> CELLS = Table.of(
            "cell",
            "resource_id, grain_start",
            "capacity, allowance, held, booked, leased, version",
            "version",
            CellStore::toColumns,
            CellStore::toCell);

    private static final Table<Key, Performance> PERFORMANCES = Table.question(
            "occurrence",
            (tx, key) -> tx.find(
                    "select grain_start, grain_end, capacity from occurrence where resource_id = ? and grain_start = ?",
                    CellStore::toPerformance,
                    key.resource(),
                    key.start()));

    private record Key(ResourceId resource, LocalDateTime start) implements Table.Key {

        @Override
        public List<?> parts() {
            return List.of(resource, start);
        }
    }

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

    /// The cells of these grains, in their order, to be changed; those that nobody touched before are made.
    List<Cell> touch(Transaction tx, Resource resource, List<LocalDateTime> grains) {
        tx.load(
                CELLS,
                grains.stream().map(grain -> new Key(resource.id(), grain)).toList());
        return grains.stream()
                .map(grain -> tx.get(CELLS, new Key(resource.id(), grain))
                        .orElseGet(() -> put(tx, untouched(tx, resource, grain))))
                .toList();
    }

    Cell put(Transaction tx, Cell cell) {
        tx.put(CELLS, new Key(cell.resourceId(), cell.grainStart()), cell);
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

    /// One performance as it is stored, both ends in UTC.
    record Performance(LocalDateTime start, LocalDateTime end, int capacity) {}

    Optional<Performance> findOccurrence(Transaction tx, ResourceId resource, LocalDateTime start) {
        return tx.get(PERFORMANCES, new Key(resource, start));
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

    private static @Nullable Object[] toColumns(Cell cell) {
        return new @Nullable Object[] {
            cell.resourceId(),
            cell.grainStart(),
            cell.capacity(),
            cell.allowance(),
            cell.held(),
            cell.booked(),
            cell.leased(),
            cell.version()
        };
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
