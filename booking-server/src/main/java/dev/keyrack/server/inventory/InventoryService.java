package dev.keyrack.server.inventory;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.catalog.CapacityListener;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.pricing.CapacityRule;
import dev.keyrack.server.sync.ChangeFeed;
import dev.keyrack.server.sync.Changed;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/// Takes and gives back cells and units. Every change of a cell goes through here and is told to the change feed.
public final class InventoryService implements CapacityListener {

    private static final LocalDateTime BEGINNING = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final LocalDateTime END = LocalDateTime.of(9999, 1, 1, 0, 0);

    private final CellStore cells = new CellStore();
    private final UnitStore units = new UnitStore();
    private final ChangeFeed feed;

    public InventoryService(ChangeFeed feed) {
        this.feed = feed;
    }

    /// The grains of a period.
    ///
    /// @throws ProblemException OFF_STEP if it does not fit the resource's calendar, CLOSED if no performance
    /// starts then
    public Grains grains(Transaction tx, Resource resource, Period period) {
        Grains grains = Grains.of(resource, period);
        if (resource.grain() == Grain.OCCURRENCE && period instanceof TimeRange time) {
            LocalDateTime end = LocalDateTime.ofInstant(time.end(), ZoneOffset.UTC);
            boolean planned = cells.findOccurrence(
                            tx, resource.id(), grains.sold().getFirst())
                    .filter(performance -> performance.end().equals(end))
                    .isPresent();
            if (!planned) {
                throw new ProblemException(ProblemType.CLOSED, "There is no performance from then to then.");
            }
        }
        return grains;
    }

    /// The cells of these grains as they are now; those nobody touched are shown as they would be created.
    public List<Cell> view(Transaction tx, Resource resource, List<LocalDateTime> grains) {
        return cells.view(tx, resource, grains);
    }

    /// The most that is free over all these grains.
    public int free(Transaction tx, Resource resource, List<LocalDateTime> grains) {
        return Math.max(
                0,
                view(tx, resource, grains).stream().mapToInt(Cell::free).min().orElse(0));
    }

    /// Takes so many of each grain.
    ///
    /// @throws ProblemException SOLD_OUT if any grain has too few left; the caller's work must then be undone
    public void take(Transaction tx, Resource resource, List<LocalDateTime> grains, int count, Cell.Tally tally) {
        if (grains.isEmpty()) {
            return;
        }
        List<Cell> touched = cells.touch(tx, resource, grains);
        for (Cell cell : touched) {
            if (cell.free() < count) {
                throw new ProblemException(
                        ProblemType.SOLD_OUT,
                        "Only " + Math.max(0, cell.free()) + " left at " + cell.grainStart() + ".");
            }
        }
        change(tx, resource, touched, cell -> cell.add(tally, count));
    }

    /// Gives back what was taken.
    public void give(Transaction tx, Resource resource, List<LocalDateTime> grains, int count, Cell.Tally tally) {
        change(tx, resource, cells.touch(tx, resource, grains), cell -> cell.add(tally, -count));
    }

    /// Turns what was held into what is booked.
    public void confirm(Transaction tx, Resource resource, List<LocalDateTime> grains, int count) {
        change(tx, resource, cells.touch(tx, resource, grains), cell -> cell.confirm(count));
    }

    private void change(Transaction tx, Resource resource, List<Cell> before, UnaryOperator<Cell> change) {
        List<Changed> news = before.stream()
                .map(cell -> toChanged(cells.put(tx, change.apply(cell))))
                .toList();
        feed.putAll(tx, ChangeFeed.availabilityScope(resource.site().id()), news);
    }

    private static Changed toChanged(Cell cell) {
        return new Changed("cell", cell.resourceId() + ":" + cell.grainStart(), cell.version(), cell);
    }

    /// Promises a unit for these grains.
    ///
    /// @throws ProblemException UNIT_TAKEN if it is promised to somebody else
    public void claimUnit(Transaction tx, UnitId unit, List<LocalDateTime> grains, String ownerId) {
        units.claim(tx, unit, grains, ownerId);
    }

    /// Promises units to an owner in the place of all that he had.
    ///
    /// @throws ProblemException UNIT_TAKEN if any of them is promised to somebody else
    public void setUnits(Transaction tx, String ownerId, Map<UnitId, List<LocalDateTime>> wanted) {
        units.release(tx, ownerId);
        wanted.forEach((unit, grains) -> units.claim(tx, unit, grains, ownerId));
    }

    /// @throws ProblemException UNIT_TAKEN if any of these units is promised to somebody else
    public void requireUnitsFree(Transaction tx, String ownerId, Map<UnitId, List<LocalDateTime>> wanted) {
        wanted.forEach((unit, grains) -> units.requireFree(tx, unit, grains, ownerId));
    }

    public void releaseUnits(Transaction tx, String ownerId) {
        units.release(tx, ownerId);
    }

    public void handOverUnits(Transaction tx, String fromOwnerId, String toOwnerId) {
        units.handOver(tx, fromOwnerId, toOwnerId);
    }

    /// The first open unit that is free for all these grains.
    public Optional<UnitId> findFreeUnit(Transaction tx, Resource resource, List<LocalDateTime> grains) {
        return units.findFree(tx, resource.id(), grains);
    }

    /// Whether a guest of this resource gets a unit at all.
    public boolean hasUnits(Transaction tx, ResourceId resource) {
        return units.hasUnits(tx, resource);
    }

    /// The performances of an event that start within a span of UTC times, its end excluded.
    List<CellStore.Performance> listPerformances(
            Transaction tx, ResourceId resource, LocalDateTime from, LocalDateTime until) {
        return cells.listOccurrences(tx, resource, from, until);
    }

    /// Plans a performance, or changes its end and capacity.
    ///
    /// @return how it was planned before
    /// @throws ProblemException SOLD_OUT if more is taken already than the new capacity
    Optional<CellStore.Performance> plan(Transaction tx, Resource resource, CellStore.Performance performance) {
        Optional<CellStore.Performance> before = cells.findOccurrence(tx, resource.id(), performance.start());
        cells.putOccurrence(tx, resource.id(), performance);
        List<Cell> touched = cells.touch(tx, resource, List.of(performance.start()));
        setCapacity(tx, resource, touched, _ -> performance.capacity());
        return before;
    }

    @Override
    public void capacityChanged(Transaction tx, Resource changed) {
        if (changed.grain() == Grain.OCCURRENCE) {
            return;
        }
        ToIntFunction<Cell> capacity =
                cell -> CapacityRule.capacity(changed, Grains.localDate(changed, cell.grainStart()));
        List<Cell> moved = cells.list(tx, changed.id(), BEGINNING, END).stream()
                .filter(cell -> cell.capacity() != capacity.applyAsInt(cell))
                .toList();
        setCapacity(tx, changed, moved, capacity);
    }

    private void setCapacity(Transaction tx, Resource resource, List<Cell> before, ToIntFunction<Cell> capacity) {
        change(tx, resource, before, cell -> {
            Cell after = cell.withCapacity(capacity.applyAsInt(cell));
            if (after.free() < 0) {
                throw new ProblemException(
                        ProblemType.SOLD_OUT,
                        cell.taken() + " are taken at " + cell.grainStart() + ": the capacity cannot be "
                                + after.capacity() + ".");
            }
            return after;
        });
    }
}
