package dev.keyrack.server.inventory;

import dev.keyrack.contract.availability.CreateHold;
import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.HoldId;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.http.Answer;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import dev.keyrack.server.http.IdempotencyStore;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.pricing.PriceRule;
import dev.keyrack.server.pricing.Quote;
import dev.keyrack.server.pricing.SaleRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds: made, extended once, released, or ended by the clock. Whatever happens at the same time, a hold ends once.
public final class HoldService {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration AFTER_DECLINED_PAYMENT = Duration.ofMinutes(10);

    private final Database database;
    private final CatalogService catalog;
    private final InventoryService inventory;
    private final IdempotencyStore answers;
    private final Clock clock;
    private final HoldStore holds = new HoldStore();

    public HoldService(
            Database database,
            CatalogService catalog,
            InventoryService inventory,
            IdempotencyStore answers,
            Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.inventory = inventory;
        this.answers = answers;
        this.clock = clock;
    }

    Answer create(Caller caller, CreateHold request, @Nullable IdempotencyKey key) {
        Period period = HoldRequest.period(request.startDate(), request.endDate());
        HoldRequest wanted = new HoldRequest(
                request.resourceId(),
                period,
                request.quantity(),
                HoldRequest.guests(request.guests(), request.quantity()),
                request.unitId());
        return answers.once(key, tx -> Answer.of(201, create(tx, caller, wanted)));
    }

    private Hold create(Transaction tx, Caller caller, HoldRequest wanted) {
        Resource resource = catalog.getResource(tx, wanted.resourceId());
        if (!caller.may(Action.HOLD, resource.site().id(), caller.userId())) {
            throw CatalogService.unknown(resource.id());
        }
        Duration length = Duration.ofMinutes(resource.site().holdMinutes());
        return take(tx, wanted, caller.userId().value(), clock.instant().plus(length))
                .toHold();
    }

    /// What the period costs now.
    ///
    /// @throws ProblemException if a rule of the resource forbids the sale
    public Quote quote(Transaction tx, Resource resource, HoldRequest wanted) {
        int quantity = wanted.quantity().count();
        SaleRule.refusal(resource, wanted.period(), quantity, wanted.guests(), clock.instant())
                .ifPresent(problem -> {
                    throw new ProblemException(problem);
                });
        return quoteStarted(tx, resource, wanted);
    }

    /// What the period costs, for a guest who is there already: no rule about arrivals is asked.
    public Quote quoteStarted(Transaction tx, Resource resource, HoldRequest wanted) {
        Grains grains = inventory.grains(tx, resource, wanted.period());
        return PriceRule.quote(
                resource, grains.dates(resource), wanted.quantity().count(), wanted.guests());
    }

    /// Holds what is wanted.
    ///
    /// @param expiresAt when it ends by itself; null to keep it until a payment's outcome is known
    /// @throws ProblemException if a rule forbids it or it is taken
    public StoredHold take(Transaction tx, HoldRequest wanted, String ownerId, @Nullable Instant expiresAt) {
        Resource resource = catalog.getResource(tx, wanted.resourceId());
        Quote quote = quote(tx, resource, wanted);
        List<LocalDateTime> grains =
                inventory.grains(tx, resource, wanted.period()).taken();
        inventory.take(tx, resource, grains, wanted.quantity().count(), Cell.Tally.HELD);
        HoldId id = HoldId.random();
        UnitId unit = wanted.unitId();
        if (unit != null) {
            requireUnit(tx, resource, unit);
            inventory.claimUnit(tx, unit, grains, id.value());
        }
        StoredHold hold = new StoredHold(
                id,
                resource.id(),
                wanted.period(),
                wanted.quantity(),
                wanted.guests(),
                unit,
                ownerId,
                Hold.State.ACTIVE,
                expiresAt,
                false,
                quote,
                Revision.FIRST);
        holds.insert(tx, hold);
        return hold;
    }

    private void requireUnit(Transaction tx, Resource resource, UnitId unit) {
        if (!catalog.getUnitOf(tx, resource.id(), unit).open()) {
            throw new ProblemException(ProblemType.UNIT_TAKEN, "This unit cannot be given for this resource.");
        }
    }

    /// Takes over somebody's hold for a payment: from now on only the payment's outcome ends it.
    ///
    /// @throws ProblemException HOLD_EXPIRED if it has ended, NOT_FOUND if it is not this caller's
    public StoredHold pin(Transaction tx, Caller caller, HoldId id) {
        StoredHold hold = requireActive(tx, caller, id);
        return holds.setEnd(tx, hold, null, hold.extended());
    }

    /// Whether a hold was made by this very owner.
    public boolean belongsTo(Transaction tx, HoldId id, String ownerId) {
        return require(tx, id).ownerId().equals(ownerId);
    }

    /// Lets the clock end a hold again whose payment was declined, with time left for another card.
    public void unpin(Transaction tx, HoldId id) {
        holds.setEnd(tx, require(tx, id), clock.instant().plus(AFTER_DECLINED_PAYMENT), true);
    }

    /// Turns a hold into a booking: its cells are booked, its unit passes to the booking.
    public void confirm(Transaction tx, HoldId id, String bookingId) {
        StoredHold hold = require(tx, id);
        if (!holds.end(tx, hold, Hold.State.CONFIRMED)) {
            throw new ProblemException(ProblemType.HOLD_EXPIRED, "The hold has ended.");
        }
        Resource resource = catalog.getResource(tx, hold.resourceId());
        List<LocalDateTime> grains =
                inventory.grains(tx, resource, hold.period()).taken();
        inventory.confirm(tx, resource, grains, hold.quantity().count());
        if (hold.unitId() != null) {
            inventory.handOverUnits(tx, id.value(), bookingId);
        }
    }

    /// Ends a hold and gives back what it kept; does nothing if it has ended already.
    public void release(Transaction tx, HoldId id, Hold.State state) {
        StoredHold hold = require(tx, id);
        if (!holds.end(tx, hold, state)) {
            return;
        }
        Resource resource = catalog.getResource(tx, hold.resourceId());
        List<LocalDateTime> grains =
                inventory.grains(tx, resource, hold.period()).taken();
        inventory.give(tx, resource, grains, hold.quantity().count(), Cell.Tally.HELD);
        if (hold.unitId() != null) {
            inventory.releaseUnits(tx, id.value());
        }
    }

    Hold get(Caller caller, HoldId id) {
        return database.read(tx -> requireOwn(tx, caller, id).toHold());
    }

    Answer extend(Caller caller, HoldId id, @Nullable IdempotencyKey key) {
        return answers.once(key, tx -> Answer.of(200, extend(tx, caller, id)));
    }

    private Hold extend(Transaction tx, Caller caller, HoldId id) {
        StoredHold hold = requireActive(tx, caller, id);
        Instant ends = hold.expiresAt();
        if (hold.extended() || ends == null) {
            throw new ProblemException(ProblemType.WRONG_STATUS, "A hold can be extended once.");
        }
        Resource resource = catalog.getResource(tx, hold.resourceId());
        Instant later = ends.plus(Duration.ofMinutes(resource.site().holdMinutes()));
        Instant latest = clock.instant().plus(LONGEST);
        return holds.setEnd(tx, hold, later.isBefore(latest) ? later : latest, true)
                .toHold();
    }

    Answer release(Caller caller, HoldId id, @Nullable IdempotencyKey key) {
        return answers.once(key, tx -> Answer.of(200, release(tx, caller, id)));
    }

    private Hold release(Transaction tx, Caller caller, HoldId id) {
        StoredHold hold = requireActive(tx, caller, id);
        release(tx, hold.id(), Hold.State.RELEASED);
        return require(tx, id).toHold();
    }

    /// Ends every hold whose time has come.
    ///
    /// @return how many ended
    int expire() {
        List<StoredHold> ended = database.read(tx -> holds.listEnded(tx, clock.instant()));
        for (StoredHold hold : ended) {
            database.write(tx -> {
                StoredHold now = require(tx, hold.id());
                Instant ends = now.expiresAt();
                if (ends != null && !ends.isAfter(clock.instant())) {
                    release(tx, hold.id(), Hold.State.EXPIRED);
                }
                return true;
            });
        }
        return ended.size();
    }

    private StoredHold require(Transaction tx, HoldId id) {
        return holds.find(tx, id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such hold."));
    }

    private StoredHold requireOwn(Transaction tx, Caller caller, HoldId id) {
        StoredHold hold = require(tx, id);
        if (!hold.ownerId().equals(caller.userId().value())
                && !hold.ownerId().equals(Caller.ANONYMOUS.userId().value())) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no such hold.");
        }
        return hold;
    }

    private StoredHold requireActive(Transaction tx, Caller caller, HoldId id) {
        StoredHold hold = requireOwn(tx, caller, id);
        Instant ends = hold.expiresAt();
        if (hold.state() != Hold.State.ACTIVE || (ends != null && !ends.isAfter(clock.instant()))) {
            throw new ProblemException(ProblemType.HOLD_EXPIRED, "The hold has ended.");
        }
        if (ends == null) {
            throw new ProblemException(ProblemType.IN_FLIGHT, "A payment for this hold is under way.");
        }
        return hold;
    }
}
