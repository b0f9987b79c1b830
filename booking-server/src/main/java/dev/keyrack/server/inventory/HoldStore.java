package dev.keyrack.server.inventory;

import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.value.HoldId;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Table;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.pricing.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of `hold`.
final class HoldStore {

    private static final Table<HoldId, StoredHold> HOLDS = Table.of(
            "hold",
            "id",
            "resource_id, start_date, end_date, quantity, guests, unit_id, owner_id, state, expires_at, extended, quote,"
                    + " revision",
            "revision",
            HoldStore::toColumns,
            HoldStore::toHold);

    void insert(Transaction tx, StoredHold hold) {
        tx.insert(HOLDS, hold.id(), hold);
    }

    Optional<StoredHold> find(Transaction tx, HoldId id) {
        return tx.get(HOLDS, id);
    }

    /// Moves an active hold on; false if it is not active any more.
    boolean end(Transaction tx, StoredHold hold, Hold.State state) {
        if (hold.state() != Hold.State.ACTIVE) {
            return false;
        }
        tx.put(HOLDS, hold.id(), hold.withState(state));
        return true;
    }

    /// Moves the end of a hold that is active; null for one that ends with a payment.
    StoredHold setEnd(Transaction tx, StoredHold hold, @Nullable Instant expiresAt, boolean extended) {
        StoredHold moved = hold.state() == Hold.State.ACTIVE ? hold.withEnd(expiresAt, extended) : hold;
        tx.put(HOLDS, hold.id(), moved);
        return moved;
    }

    List<StoredHold> listEnded(Transaction tx, Instant now) {
        return tx.list(
                "select * from hold where state = 'ACTIVE' and expires_at <= ? order by expires_at limit 500",
                HoldStore::toHold,
                now);
    }

    private static @Nullable Object[] toColumns(StoredHold hold) {
        return new @Nullable Object[] {
            hold.id(),
            hold.resourceId(),
            hold.period().startText(),
            hold.period().endText(),
            hold.quantity(),
            hold.guests(),
            hold.unitId(),
            hold.ownerId(),
            hold.state(),
            hold.expiresAt(),
            hold.extended(),
            new Json.Text(hold.quote()),
            hold.revision()
        };
    }

    private static StoredHold toHold(Row row) {
        String unit = row.textOrNull("unit_id");
        return new StoredHold(
                new HoldId(row.text("id")),
                new ResourceId(row.text("resource_id")),
                Period.parse(row.text("start_date"), row.text("end_date")),
                new Quantity(row.integer("quantity")),
                row.integer("guests"),
                unit == null ? null : new UnitId(unit),
                row.text("owner_id"),
                row.constant("state", Hold.State.class),
                row.instantOrNull("expires_at"),
                row.flag("extended"),
                row.json("quote", Quote.class),
                new Revision(row.number("revision")));
    }
}
