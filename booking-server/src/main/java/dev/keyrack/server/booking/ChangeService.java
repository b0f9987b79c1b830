package dev.keyrack.server.booking;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.booking.ChangeQuote;
import dev.keyrack.contract.booking.PaymentDetails;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.http.Answer;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.inventory.HoldRequest;
import dev.keyrack.server.inventory.HoldService;
import dev.keyrack.server.inventory.InventoryService;
import dev.keyrack.server.notice.NoticeKind;
import dev.keyrack.server.payment.GatewayOutcome;
import dev.keyrack.server.payment.PaymentService;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.pricing.Quote;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.joda.money.Money;

/// Changes bookings. Where the new price asks for more money, the added cells are held until the payment's outcome is
/// known; the old promise stands until then.
public final class ChangeService {

    private final Database database;
    private final CatalogService catalog;
    private final InventoryService inventory;
    private final HoldService holds;
    private final PaymentService payments;
    private final BookingRegister register;

    public ChangeService(
            Database database,
            CatalogService catalog,
            InventoryService inventory,
            HoldService holds,
            PaymentService payments,
            BookingRegister register) {
        this.database = database;
        this.catalog = catalog;
        this.inventory = inventory;
        this.holds = holds;
        this.payments = payments;
        this.register = register;
    }

    Answer change(Caller caller, BookingId id, ChangeBooking request, Revision expected) {
        requireWellFormed(request);
        Optional<PaymentService.Intent> begun = database.write(tx -> begin(tx, caller, id, request, expected));
        if (begun.isEmpty()) {
            return answerOf(id, 200);
        }
        PaymentId payment = begun.get().payment();
        GatewayOutcome outcome = payments.authorise(begun.get());
        GatewayOutcome meaning = database.write(tx -> {
            Optional<GatewayOutcome> first = payments.settle(tx, payment, outcome);
            first.ifPresent(whole -> settled(tx, id, payment, whole));
            return first.orElse(outcome);
        });
        if (meaning instanceof GatewayOutcome.Declined declined) {
            throw new ProblemException(
                    ProblemType.PAYMENT_DECLINED,
                    "The payment was declined: " + declined.code() + ". The booking stands as it was.");
        }
        return answerOf(id, meaning instanceof GatewayOutcome.Approved ? 200 : 202);
    }

    private Answer answerOf(BookingId id, int status) {
        return Answer.of(status, database.read(tx -> register.toWire(tx, register.require(tx, id))));
    }

    /// What a change would cost; refused as the change itself would be. Takes nothing.
    ChangeQuote quote(Caller caller, BookingId id, ChangeBooking request) {
        requireWellFormed(request);
        return database.read(tx -> {
            StoredBooking booking = register.require(tx, caller, Action.CHANGE_BOOKING, id);
            StoredBooking.Stay wanted = requireChangeable(tx, booking, request);
            StayDelta.between(tx, inventory, this::resource, booking.stay(), wanted)
                    .requireFree(tx, inventory);
            inventory.requireUnitsFree(tx, id.value(), unitGrains(tx, wanted));
            Money difference = wanted.total().minus(booking.stay().total());
            return new ChangeQuote(
                    wanted.total().getAmount(),
                    difference.getAmount(),
                    wanted.total().getCurrencyUnit(),
                    wanted.priceLines());
        });
    }

    private static void requireWellFormed(ChangeBooking request) {
        if ((request.startDate() == null) != (request.endDate() == null)) {
            throw ProblemException.malformed("endDate", "expected startDate and endDate together");
        }
        if (request.unitId() != null && request.units() != null) {
            throw ProblemException.malformed("units", "expected either unitId or units");
        }
    }

    private StoredBooking.Stay requireChangeable(Transaction tx, StoredBooking booking, ChangeBooking request) {
        BookingRegister.requireStatus(booking, BookingStatus.CONFIRMED, BookingStatus.CHECKED_IN);
        if (register.hasPending(tx, booking.id())) {
            throw new ProblemException(
                    ProblemType.WRONG_STATUS, "Another change of the booking waits for its payment.");
        }
        StoredBooking.Stay wanted = wanted(tx, booking, request);
        boolean pays = payments.waits(tx, booking.id());
        if (pays && !wanted.total().equals(booking.stay().total())) {
            throw new ProblemException(ProblemType.WRONG_STATUS, "A payment for the booking is under way.");
        }
        return wanted;
    }

    private Optional<PaymentService.Intent> begin(
            Transaction tx, Caller caller, BookingId id, ChangeBooking request, Revision expected) {
        StoredBooking booking = register.require(tx, caller, Action.CHANGE_BOOKING, id);
        register.requireRevision(tx, booking, expected);
        StoredBooking.Stay wanted = requireChangeable(tx, booking, request);
        StoredBooking renamed = booking.withGuest(
                Optional.<UserDetails>ofNullable(request.userDetails()).orElse(booking.userDetails()),
                request.notes() == null ? booking.notes() : request.notes());
        if (wanted.equals(booking.stay())) {
            register.save(tx, caller, renamed, "booking.changed", "guest or notes");
            return Optional.empty();
        }
        StayDelta delta = StayDelta.between(tx, inventory, this::resource, booking.stay(), wanted);
        delta.take(tx, inventory);
        Money owed = wanted.total().minus(booking.stay().total());
        Money paid = register.paid(tx, booking);
        Optional<String> token =
                owed.isPositive() && paid.isPositive() ? findToken(tx, caller, booking, request) : Optional.empty();
        if (token.isPresent()) {
            PaymentService.Intent intent = payments.start(tx, id, owed, token.get());
            register.store().insertPending(tx, intent.payment(), id, wanted);
            claim(tx, id, booking.stay(), wanted);
            register.save(tx, caller, register.withPayments(tx, renamed), "booking.change-begun", describe(wanted));
            return Optional.of(intent);
        }
        if (paid.isGreaterThan(wanted.total())) {
            payments.refund(tx, id, paid.minus(wanted.total()));
        }
        complete(tx, caller, renamed, wanted, delta);
        return Optional.empty();
    }

    private static String describe(StoredBooking.Stay stay) {
        return stay.period().startText() + " to " + stay.period().endText() + ", " + stay.total();
    }

    private Resource resource(Transaction tx, ResourceId id) {
        return catalog.getResource(tx, id);
    }

    /// What a higher price is charged to; empty where staff will take it at the desk.
    private Optional<String> findToken(Transaction tx, Caller caller, StoredBooking booking, ChangeBooking request) {
        PaymentDetails card = request.paymentDetails();
        Optional<String> token = card == null ? payments.tokenOf(tx, booking.id()) : Optional.of(card.token());
        if (token.isEmpty() && !caller.may(Action.OWE_DIFFERENCE, booking.siteId())) {
            throw ProblemException.malformed("paymentDetails", "expected a token");
        }
        return token;
    }

    private Map<UnitId, List<LocalDateTime>> unitGrains(Transaction tx, StoredBooking.Stay stay) {
        if (stay.unitId() == null) {
            return Map.of();
        }
        Resource resource = catalog.getResource(tx, stay.resourceId());
        return stay.unitGrains(inventory.grains(tx, resource, stay.period()).taken());
    }

    /// Promises the units of all these stays to a booking.
    private void claim(Transaction tx, BookingId id, StoredBooking.Stay... stays) {
        Map<UnitId, TreeSet<LocalDateTime>> all = new LinkedHashMap<>();
        for (StoredBooking.Stay stay : stays) {
            unitGrains(tx, stay)
                    .forEach((unit, grains) ->
                            all.computeIfAbsent(unit, absent -> new TreeSet<>()).addAll(grains));
        }
        Map<UnitId, List<LocalDateTime>> wanted = new LinkedHashMap<>();
        all.forEach((unit, grains) -> wanted.put(unit, List.copyOf(grains)));
        inventory.setUnits(tx, id.value(), wanted);
    }

    /// What the booking shall be, priced anew if anything that has a price differs.
    private StoredBooking.Stay wanted(Transaction tx, StoredBooking booking, ChangeBooking request) {
        StoredBooking.Stay old = booking.stay();
        ResourceId resourceId = Optional.ofNullable(request.resourceId()).orElse(old.resourceId());
        Resource resource = catalog.getResource(tx, resourceId);
        if (!resource.site().id().equals(booking.siteId())) {
            throw ProblemException.malformed("resourceId", "expected a resource of the same site");
        }
        String start = request.startDate();
        String end = request.endDate();
        Period period = start == null || end == null ? old.period() : HoldRequest.period(start, end);
        Quantity quantity = Optional.ofNullable(request.quantity()).orElse(old.quantity());
        int guests = Optional.ofNullable(request.guests()).orElse(old.guests());
        boolean samePrice = resourceId.equals(old.resourceId())
                && period.equals(old.period())
                && quantity.equals(old.quantity())
                && guests == old.guests();
        StoredBooking.Stay priced = old;
        if (!samePrice) {
            Quote quote = quote(tx, booking, resource, new HoldRequest(resourceId, period, quantity, guests, null));
            priced = new StoredBooking.Stay(
                    resourceId,
                    resource.terms().name(),
                    old.unitId(),
                    old.units(),
                    period,
                    quantity,
                    guests,
                    quote.totalMoney(),
                    quote.lines());
        }
        return inUnits(tx, booking, request, priced);
    }

    /// Gives a stay the units that were asked for, or those of the old one as far as they still fit.
    private StoredBooking.Stay inUnits(
            Transaction tx, StoredBooking booking, ChangeBooking request, StoredBooking.Stay stay) {
        StoredBooking.Stay old = booking.stay();
        UnitId unit = request.unitId();
        List<UnitNights> asked = request.units();
        if (unit != null) {
            requireUnit(tx, stay, unit, old);
            return stay.withUnit(unit);
        }
        if (asked != null && asked.isEmpty()) {
            BookingRegister.requireStatus(booking, BookingStatus.CONFIRMED);
            return stay.withUnit(null);
        }
        if (asked != null) {
            if (!(stay.period() instanceof StayRange nights) || stay.quantity().count() != 1) {
                throw ProblemException.malformed("units", "only a stay of one for nights changes its unit");
            }
            List<UnitNights> spans = UnitSpansRule.whole(nights, asked);
            spans.forEach(span -> requireUnit(tx, stay, span.unitId(), old));
            return stay.withUnits(spans);
        }
        if (!stay.resourceId().equals(old.resourceId())) {
            return stay.withUnit(null);
        }
        if (stay.period().equals(old.period()) || !(stay.period() instanceof StayRange nights)) {
            return stay;
        }
        List<UnitNights> spans = UnitSpansRule.onDates(nights, old.spans());
        return spans.isEmpty() ? stay.withUnit(old.unitId()) : stay.withUnits(spans);
    }

    private void requireUnit(Transaction tx, StoredBooking.Stay stay, UnitId id, StoredBooking.Stay old) {
        Unit unit = catalog.getUnitOf(tx, stay.resourceId(), id);
        if (!unit.open() && !id.equals(old.unitId())) {
            throw new ProblemException(ProblemType.UNIT_TAKEN, "The unit " + unit.name() + " is not given out.");
        }
    }

    private Quote quote(Transaction tx, StoredBooking booking, Resource resource, HoldRequest wanted) {
        try {
            return holds.quote(tx, resource, wanted);
        } catch (ProblemException e) {
            boolean started = booking.status() == BookingStatus.CHECKED_IN
                    && e.problem().type() == ProblemType.PAST_DATE
                    && wanted.period()
                            .startText()
                            .equals(booking.stay().period().startText());
            if (started) {
                return holds.quoteStarted(tx, resource, wanted);
            }
            throw e;
        }
    }

    private void complete(
            Transaction tx, Caller caller, StoredBooking booking, StoredBooking.Stay wanted, StayDelta delta) {
        delta.complete(tx, inventory);
        claim(tx, booking.id(), wanted);
        StoredBooking changed = register.withPayments(tx, booking.withStay(wanted, booking.bookedEnd()));
        StoredBooking saved = register.save(tx, caller, changed, "booking.changed", describe(wanted));
        register.notify(tx, saved, NoticeKind.CHANGED);
    }

    /// Applies the outcome of the payment that a change waited for.
    void settled(Transaction tx, BookingId id, PaymentId payment, GatewayOutcome outcome) {
        Optional<StoredBooking.Stay> pending = register.store().findPending(tx, payment);
        if (pending.isEmpty()
                || !(outcome instanceof GatewayOutcome.Approved || outcome instanceof GatewayOutcome.Declined)) {
            return;
        }
        StoredBooking booking = register.require(tx, id);
        StoredBooking.Stay wanted = pending.get();
        StayDelta delta = StayDelta.between(tx, inventory, this::resource, booking.stay(), wanted);
        register.store().deletePending(tx, payment);
        if (outcome instanceof GatewayOutcome.Approved) {
            payments.capture(tx, payment);
            complete(tx, Caller.SYSTEM, booking, wanted, delta);
        } else {
            delta.undo(tx, inventory);
            claim(tx, id, booking.stay());
            register.keepPayments(tx, id);
        }
    }
}
