package dev.keyrack.server.stay;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.stay.CheckIn;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.booking.BookingRegister;
import dev.keyrack.server.booking.BookingService;
import dev.keyrack.server.booking.CancellationRule;
import dev.keyrack.server.booking.StoredBooking;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.http.Answer;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import dev.keyrack.server.http.IdempotencyStore;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.inventory.Cell;
import dev.keyrack.server.inventory.Grains;
import dev.keyrack.server.inventory.InventoryService;
import dev.keyrack.server.payment.PaymentService;
import dev.keyrack.server.persistence.Transaction;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What happens to a promise at the desk: check-in, check-out, no-show, the undo of each, and approval of requests.
public final class StayService {

    private final CatalogService catalog;
    private final InventoryService inventory;
    private final BookingService bookings;
    private final PaymentService payments;
    private final IdempotencyStore answers;
    private final BookingRegister register;

    public StayService(
            CatalogService catalog,
            InventoryService inventory,
            BookingService bookings,
            PaymentService payments,
            IdempotencyStore answers,
            BookingRegister register) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.bookings = bookings;
        this.payments = payments;
        this.answers = answers;
        this.register = register;
    }

    /// A step of a booking's life, within the transaction that answers it.
    @FunctionalInterface
    private interface Step {

        StoredBooking take(Transaction tx, StoredBooking booking);
    }

    private Answer step(Caller caller, Action action, BookingId id, @Nullable IdempotencyKey key, Step step) {
        return answers.once(key, tx -> {
            StoredBooking booking = register.require(tx, caller, action, id);
            Booking after = register.toWire(tx, step.take(tx, booking));
            return Answer.of(200, after);
        });
    }

    Answer checkIn(Caller caller, BookingId id, CheckIn request, @Nullable IdempotencyKey key) {
        return step(caller, Action.CHECK_IN, id, key, (tx, booking) -> checkIn(tx, caller, booking, request.unitId()));
    }

    private StoredBooking checkIn(Transaction tx, Caller caller, StoredBooking booking, @Nullable UnitId asked) {
        BookingRegister.requireStatus(booking, BookingStatus.CONFIRMED);
        Resource resource = register.resource(tx, booking);
        requireArrived(resource, booking);
        List<LocalDateTime> grains =
                inventory.grains(tx, resource, booking.stay().period()).taken();
        UnitId unit = unitFor(tx, resource, booking, grains, asked);
        StoredBooking.Stay stay = booking.stay();
        if (unit != null && !unit.equals(stay.unitId())) {
            stay = stay.withUnit(unit);
            inventory.setUnits(tx, booking.id().value(), stay.unitGrains(grains));
        }
        StoredBooking arrived = booking.withStay(stay, booking.bookedEnd()).withStatus(BookingStatus.CHECKED_IN);
        return register.save(tx, caller, arrived, "booking.checked-in", nameUnit(tx, unit));
    }

    private String nameUnit(Transaction tx, @Nullable UnitId unit) {
        return unit == null ? "" : catalog.getUnit(tx, unit).name();
    }

    private @Nullable UnitId unitFor(
            Transaction tx,
            Resource resource,
            StoredBooking booking,
            List<LocalDateTime> grains,
            @Nullable UnitId asked) {
        if (asked != null) {
            if (!catalog.getUnitOf(tx, resource.id(), asked).open()) {
                throw new ProblemException(ProblemType.UNIT_TAKEN, "This unit cannot be given for this booking.");
            }
            return asked;
        }
        UnitId present = booking.stay().unitId();
        boolean needsNone = booking.stay().quantity().count() != 1 || !inventory.hasUnits(tx, resource.id());
        if (present != null || needsNone) {
            return present;
        }
        return inventory
                .findFreeUnit(tx, resource, grains)
                .orElseThrow(() ->
                        new ProblemException(ProblemType.UNIT_TAKEN, "No unit is free for the whole stay: name one."));
    }

    private void requireArrived(Resource resource, StoredBooking booking) {
        LocalDate today = LocalDate.ofInstant(register.now(), resource.timeZone());
        LocalDate arrival = switch (booking.stay().period()) {
            case StayRange stay -> stay.checkIn();
            case TimeRange time -> LocalDate.ofInstant(time.start(), resource.timeZone());
        };
        if (arrival.isAfter(today)) {
            throw new ProblemException(ProblemType.WRONG_STATUS, "The guest is expected on " + arrival + ".");
        }
    }

    Answer undoCheckIn(Caller caller, BookingId id, @Nullable IdempotencyKey key) {
        return step(caller, Action.UNDO_CHECK_IN, id, key, (tx, booking) -> {
            BookingRegister.requireStatus(booking, BookingStatus.CHECKED_IN);
            return register.save(tx, caller, booking.withStatus(BookingStatus.CONFIRMED), "booking.check-in-undone");
        });
    }

    Answer checkOut(Caller caller, BookingId id, @Nullable IdempotencyKey key) {
        return step(caller, Action.CHECK_OUT, id, key, (tx, booking) -> checkOut(tx, caller, booking));
    }

    /// Who leaves early frees the nights from today on; what was agreed to be paid stays.
    private StoredBooking checkOut(Transaction tx, Caller caller, StoredBooking booking) {
        BookingRegister.requireStatus(booking, BookingStatus.CHECKED_IN);
        StoredBooking left = booking.withStatus(BookingStatus.COMPLETED);
        Resource resource = register.resource(tx, booking);
        LocalDate today = LocalDate.ofInstant(register.now(), resource.timeZone());
        if (booking.stay().period() instanceof StayRange stay
                && today.isBefore(stay.checkOut())
                && stay.nights().size() > 1) {
            LocalDate end =
                    today.isAfter(stay.checkIn()) ? today : stay.checkIn().plusDays(1);
            if (end.isBefore(stay.checkOut())) {
                StoredBooking.Stay shorter = booking.stay().withPeriod(new StayRange(stay.checkIn(), end));
                Period freed = new StayRange(end, stay.checkOut());
                inventory.give(tx, resource, grains(tx, resource, freed), count(booking), Cell.Tally.BOOKED);
                claim(tx, resource, booking.id(), shorter);
                left = left.withStay(shorter, stay.endText());
            }
        }
        return register.save(tx, caller, left, "booking.checked-out");
    }

    Answer undoCheckOut(Caller caller, BookingId id, @Nullable IdempotencyKey key) {
        return step(caller, Action.UNDO_CHECK_OUT, id, key, (tx, booking) -> undoCheckOut(tx, caller, booking));
    }

    private StoredBooking undoCheckOut(Transaction tx, Caller caller, StoredBooking booking) {
        BookingRegister.requireStatus(booking, BookingStatus.COMPLETED);
        StoredBooking back = booking.withStatus(BookingStatus.CHECKED_IN);
        String end = booking.bookedEnd();
        if (end != null) {
            Resource resource = register.resource(tx, booking);
            String left = booking.stay().period().endText();
            StoredBooking.Stay whole = booking.stay()
                    .withPeriod(Period.parse(booking.stay().period().startText(), end));
            inventory.take(
                    tx, resource, grains(tx, resource, Period.parse(left, end)), count(booking), Cell.Tally.BOOKED);
            claim(tx, resource, booking.id(), whole);
            back = back.withStay(whole, null);
        }
        return register.save(tx, caller, back, "booking.check-out-undone");
    }

    private void claim(Transaction tx, Resource resource, BookingId id, StoredBooking.Stay stay) {
        inventory.setUnits(tx, id.value(), stay.unitGrains(grains(tx, resource, stay.period())));
    }

    private List<LocalDateTime> grains(Transaction tx, Resource resource, Period period) {
        Grains grains = inventory.grains(tx, resource, period);
        return grains.taken();
    }

    private static int count(StoredBooking booking) {
        return booking.stay().quantity().count();
    }

    /// The guest never came: what the policy keeps is kept, the rest goes back.
    Answer noShow(Caller caller, BookingId id, @Nullable IdempotencyKey key) {
        return step(caller, Action.MARK_NO_SHOW, id, key, (tx, booking) -> {
            BookingRegister.requireStatus(booking, BookingStatus.CONFIRMED);
            Resource resource = register.resource(tx, booking);
            requireArrived(resource, booking);
            Money paid = payments.paid(tx, id, resource.currency());
            Money due = CancellationRule.refundOfNoShow(
                    booking.policy(), booking.stay().total(), paid);
            Money promised = due.isZero() ? due : payments.refund(tx, id, due);
            StoredBooking absent = register.withPayments(
                    tx,
                    booking.withStatus(BookingStatus.NO_SHOW)
                            .withRefund(new StoredBooking.Refund("no show", promised, null)));
            return register.save(tx, caller, absent, "booking.no-show", promised + " back");
        });
    }

    Answer undoNoShow(Caller caller, BookingId id, @Nullable IdempotencyKey key) {
        return step(caller, Action.MARK_NO_SHOW, id, key, (tx, booking) -> {
            BookingRegister.requireStatus(booking, BookingStatus.NO_SHOW);
            if (!booking.refund().amount().isZero()) {
                throw new ProblemException(ProblemType.WRONG_STATUS, "Money has gone back: book anew instead.");
            }
            return register.save(
                    tx,
                    caller,
                    register.withPayments(tx, booking.withStatus(BookingStatus.CONFIRMED)),
                    "booking.no-show-undone");
        });
    }

    /// The provider says yes to a request. Of two who decide at once, the second is told that it is decided.
    Answer approve(Caller caller, BookingId id, @Nullable IdempotencyKey key) {
        return step(caller, Action.DECIDE_REQUEST, id, key, (tx, booking) -> {
            BookingRegister.requireStatus(booking, BookingStatus.REQUESTED);
            if (booking.paymentStatus() == PaymentStatus.PENDING) {
                throw new ProblemException(ProblemType.WRONG_STATUS, "The payment's outcome is not known yet.");
            }
            return bookings.confirm(tx, caller, booking);
        });
    }
}
