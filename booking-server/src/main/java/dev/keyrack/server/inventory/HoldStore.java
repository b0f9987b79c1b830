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
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.pricing.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of `hold`.
final class HoldStore {

    void insert(Transaction tx, StoredHold hold) {
        tx.update(
                "insert into hold (id, resource_id, start_date, end_date, quantity, guests, unit_id, owner_id, state,"
                        + " expires_at, extended, quote, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                Json.write(hold.quote()),
                hold.revision());
    }

    Optional<StoredHold> find(Transaction tx, HoldId id) {
        return tx.find("select * from hold where id = ?", HoldStore::toHold, id);
    }

    /// Moves an active hold on; false if it is not active any more.
    boolean end(Transaction tx, HoldId id, Hold.State state) {
        return tx.update(
                        "update hold set state = ?, revision = revision + 1 where id = ? and state = 'ACTIVE'",
                        state,
                        id)
                == 1;
    }

    void setEnd(Transaction tx, HoldId id, @Nullable Instant expiresAt, boolean extended) {
        tx.update(
                "update hold set expires_at = ?, extended = ?, revision = revision + 1 where id = ? and state = 'ACTIVE'",
                expiresAt,
                extended,
                id);
    }

    List<StoredHold> listEnded(Transaction tx, Instant now) {
        return tx.list(
                "select * from hold where state = 'ACTIVE' and expires_at <= ? order by expires_at limit 500",
                HoldStore::toHold,
                now);
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
