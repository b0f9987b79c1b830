package dev.keyrack.server.stay;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.stay.SwapUnits;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.booking.BookingRegister;
import dev.keyrack.server.booking.StoredBooking;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.http.Answer;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import dev.keyrack.server.http.IdempotencyStore;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.inventory.InventoryService;
import dev.keyrack.server.persistence.Transaction;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Gives two bookings each other's unit. Who is there already stays with the nights that are behind him; only those
/// from today on move.
public final class SwapService {

    private final CatalogService catalog;
    private final InventoryService inventory;
    private final IdempotencyStore answers;
    private final BookingRegister register;

    public SwapService(
            CatalogService catalog, InventoryService inventory, IdempotencyStore answers, BookingRegister register) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.answers = answers;
        this.register = register;
    }

    /// One side of a swap: the nights from a date on, and the unit that they are in.
    private record Side(StoredBooking booking, UnitId unit, LocalDate from) {

        StoredBooking in(UnitId other) {
            return booking.withStay(booking.stay().inUnitFrom(other, from), booking.bookedEnd());
        }
    }

    Answer swap(Caller caller, BookingId id, SwapUnits with, @Nullable IdempotencyKey key) {
        return answers.once(key, tx -> Answer.of(200, register.toWire(tx, swap(tx, caller, id, with.other()))));
    }

    private StoredBooking swap(Transaction tx, Caller caller, BookingId id, BookingId otherId) {
        StoredBooking one = register.require(tx, caller, Action.SWAP_UNITS, id);
        StoredBooking two = register.require(tx, caller, Action.SWAP_UNITS, otherId);
        if (!one.stay().resourceId().equals(two.stay().resourceId())) {
            throw ProblemException.malformed("other", "expected a booking of the same resource");
        }
        Side first = side(tx, one);
        Side second = side(tx, two);
        if (first.unit().equals(second.unit())) {
            throw ProblemException.malformed("other", "expected a booking that has another unit");
        }
        inventory.releaseUnits(tx, id.value());
        inventory.releaseUnits(tx, otherId.value());
        save(tx, caller, second.in(first.unit()), first.unit());
        return save(tx, caller, first.in(second.unit()), second.unit());
    }

    private Side side(Transaction tx, StoredBooking booking) {
        BookingRegister.requireStatus(booking, BookingStatus.CONFIRMED, BookingStatus.CHECKED_IN);
        if (register.hasPending(tx, booking.id())) {
            throw new ProblemException(ProblemType.WRONG_STATUS, "A change of the booking waits for its payment.");
        }
        if (!(booking.stay().period() instanceof StayRange stay)) {
            throw ProblemException.malformed("other", "only bookings of nights swap their units");
        }
        Resource resource = register.resource(tx, booking);
        LocalDate today = LocalDate.ofInstant(register.now(), resource.timeZone());
        boolean there = booking.status() == BookingStatus.CHECKED_IN && today.isAfter(stay.checkIn());
        LocalDate from = there ? today : stay.checkIn();
        UnitId unit = booking.stay()
                .unitFrom(from)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.WRONG_STATUS,
                        "From " + from + " on the booking of " + booking.confirmationCode() + " is not in one unit."));
        return new Side(booking, unit, from);
    }

    private StoredBooking save(Transaction tx, Caller caller, StoredBooking moved, UnitId unit) {
        Resource resource = register.resource(tx, moved);
        inventory.setUnits(
                tx,
                moved.id().value(),
                moved.stay()
                        .unitGrains(inventory
                                .grains(tx, resource, moved.stay().period())
                                .taken()));
        return register.save(
                tx,
                caller,
                moved,
                "booking.unit-swapped",
                catalog.getUnit(tx, unit).name());
    }
}
