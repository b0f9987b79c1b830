package dev.keyrack.server.inventory;

import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.persistence.Transaction;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rows of `unit_night`: which unit is promised to whom.
final class UnitStore {

    /// Promises a unit for these grains.
    ///
    /// @param ownerId the hold or booking
    /// @throws ProblemException UNIT_TAKEN if any of them is promised to somebody else
    void claim(Transaction tx, UnitId unit, List<LocalDateTime> grains, String ownerId) {
        requireFree(tx, unit, grains, ownerId);
        tx.updateAll(
                "insert into unit_night (unit_id, grain_start, owner_id) values (?, ?, ?)",
                grains.stream()
                        .map(grain -> new Object[] {unit, grain, ownerId})
                        .toList());
    }

    /// @throws ProblemException UNIT_TAKEN if any of the grains is promised to somebody else than the owner
    void requireFree(Transaction tx, UnitId unit, List<LocalDateTime> grains, String ownerId) {
        Set<LocalDateTime> wanted = new HashSet<>(grains);
        tx
                .list(
                        "select grain_start from unit_night where unit_id = ? and grain_start between ? and ?"
                                + " and owner_id <> ? order by grain_start",
                        row -> row.grain("grain_start"),
                        unit,
                        Collections.min(grains),
                        Collections.max(grains),
                        ownerId)
                .stream()
                .filter(wanted::contains)
                .findFirst()
                .ifPresent(taken -> {
                    throw new ProblemException(
                            ProblemType.UNIT_TAKEN, "The unit is promised on " + taken.toLocalDate() + " already.");
                });
    }

    void release(Transaction tx, String ownerId) {
        tx.update("delete from unit_night where owner_id = ?", ownerId);
    }

    void handOver(Transaction tx, String fromOwnerId, String toOwnerId) {
        tx.update("update unit_night set owner_id = ? where owner_id = ?", toOwnerId, fromOwnerId);
    }

    /// An open unit that is free for all these grains: the first by name.
    Optional<UnitId> findFree(Transaction tx, ResourceId resource, List<LocalDateTime> grains) {
        return tx.find(
                "select u.id from unit u where u.resource_id = ? and u.open = true and not exists ("
                        + "select 1 from unit_night n where n.unit_id = u.id and n.grain_start between ? and ?)"
                        + " order by u.name limit 1",
                row -> new UnitId(row.text("id")),
                resource,
                grains.getFirst(),
                grains.getLast());
    }

    boolean hasUnits(Transaction tx, ResourceId resource) {
        return tx.find("select 1 as present from unit where resource_id = ? limit 1", row -> 1, resource)
                .isPresent();
    }
}
