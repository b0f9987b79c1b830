package dev.keyrack.server.booking;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.inventory.Cell;
import dev.keyrack.server.inventory.InventoryService;
import dev.keyrack.server.persistence.Transaction;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// The cells that a changed booking needs more or fewer of. Those that both need stay untouched, so that a guest never
/// competes with his own booking.
record StayDelta(List<Part> parts) {

    /// So many more (or, below zero, fewer) of these grains.
    record Part(Resource resource, List<LocalDateTime> grains, int count) {}

    static StayDelta between(
            Transaction tx,
            InventoryService inventory,
            BiFunction<Transaction, ResourceId, Resource> catalog,
            StoredBooking.Stay old,
            StoredBooking.Stay wanted) {
        Resource before = catalog.apply(tx, old.resourceId());
        Resource after = catalog.apply(tx, wanted.resourceId());
        List<LocalDateTime> oldGrains =
                inventory.grains(tx, before, old.period()).taken();
        List<LocalDateTime> newGrains =
                inventory.grains(tx, after, wanted.period()).taken();
        List<Part> parts = new ArrayList<>();
        if (before.id().equals(after.id())) {
            TreeMap<LocalDateTime, Integer> counts = new TreeMap<>();
            oldGrains.forEach(grain -> counts.merge(grain, -old.quantity().count(), Integer::sum));
            newGrains.forEach(grain -> counts.merge(grain, wanted.quantity().count(), Integer::sum));
            addParts(parts, after, counts);
        } else {
            parts.add(new Part(before, oldGrains, -old.quantity().count()));
            parts.add(new Part(after, newGrains, wanted.quantity().count()));
        }
        return new StayDelta(parts);
    }

    private static void addParts(List<Part> parts, Resource resource, TreeMap<LocalDateTime, Integer> counts) {
        Map<Integer, List<LocalDateTime>> byCount = new TreeMap<>();
        counts.forEach((grain, count) ->
                byCount.computeIfAbsent(count, same -> new ArrayList<>()).add(grain));
        byCount.forEach((count, grains) -> {
            if (count != 0) {
                parts.add(new Part(resource, grains, count));
            }
        });
    }

    /// Holds what is needed more.
    void take(Transaction tx, InventoryService inventory) {
        for (Part part : parts) {
            if (part.count() > 0) {
                inventory.take(tx, part.resource(), part.grains(), part.count(), Cell.Tally.HELD);
            }
        }
    }

    /// @throws ProblemException SOLD_OUT if less is free than is needed more
    void requireFree(Transaction tx, InventoryService inventory) {
        for (Part part : parts) {
            if (part.count() > 0 && inventory.free(tx, part.resource(), part.grains()) < part.count()) {
                throw new ProblemException(ProblemType.SOLD_OUT, "Too few are left.");
            }
        }
    }

    /// Books what was held and gives back what is not needed any more.
    void complete(Transaction tx, InventoryService inventory) {
        for (Part part : parts) {
            if (part.count() > 0) {
                inventory.confirm(tx, part.resource(), part.grains(), part.count());
            } else {
                inventory.give(tx, part.resource(), part.grains(), -part.count(), Cell.Tally.BOOKED);
            }
        }
    }

    /// Gives back what was held.
    void undo(Transaction tx, InventoryService inventory) {
        for (Part part : parts) {
            if (part.count() > 0) {
                inventory.give(tx, part.resource(), part.grains(), part.count(), Cell.Tally.HELD);
            }
        }
    }
}
