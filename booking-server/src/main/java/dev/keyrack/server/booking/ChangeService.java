package dev.keyrack.server.booking;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.booking.PaymentDetails;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.http.Answer;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.inventory.HoldRequest;
import dev.keyrack.server.inventory.HoldService;
import dev.keyrack.server.inventory.InventoryService;
import dev.keyrack.server.inventory.InventoryWriter;
import dev.keyrack.server.notice.NoticeKind;
import dev.keyrack.server.payment.GatewayOutcome;
import dev.keyrack.server.payment.PaymentService;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.pricing.Quote;
import java.util.Optional;
import org.joda.money.Money;

/// Changes bookings. Where the new price asks for more money, the added cells are held until the payment's outcome is
/// known; the old promise stands until then.
public final class ChangeService {

    private final Database database;
    private final InventoryWriter writer;
    private final CatalogService catalog;
    private final InventoryService inventory;
    private final HoldService holds;
    private final PaymentService payments;
    private final BookingRegister register;

    public ChangeService(
            Database database,
            InventoryWriter writer,
            CatalogService catalog,
            InventoryService inventory,
            HoldService holds,
            PaymentService payments,
            BookingRegister register) {
        this.database = database;
        this.writer = writer;
        this.catalog = catalog;
        this.inventory = inventory;
        this.holds = holds;
        this.payments = payments;
        this.register = register;
    }

    Answer change(Caller caller, BookingId id, ChangeBooking request, Revision expected) {
        if ((request.startDate() == null) != (request.endDate() == null)) {
            throw ProblemException.malformed("endDate", "expected startDate and endDate together");
        }
        StoredBooking known = database.read(tx -> register.requireVisible(tx, caller, id));
        ResourceId queue =
                Optional.ofNullable(request.resourceId()).orElse(known.stay().resourceId());
        Optional<PaymentId> begun = writer.submit(queue, tx -> begin(tx, caller, id, request, expected));
        if (begun.isEmpty()) {
            return answerOf(id, 200);
        }
        PaymentId payment = begun.get();
        GatewayOutcome outcome = payments.authorise(payment);
        GatewayOutcome meaning = writer.submit(queue, tx -> {
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

    private Optional<PaymentId> begin(
            Transaction tx, Caller caller, BookingId id, ChangeBooking request, Revision expected) {
        StoredBooking booking = register.requireVisible(tx, caller, id);
        register.requireRevision(tx, booking, expected);
        BookingRegister.requireStatus(booking, BookingStatus.CONFIRMED, BookingStatus.CHECKED_IN);
        if (register.store().hasPending(tx, id)) {
            throw new ProblemException(
                    ProblemType.WRONG_STATUS, "Another change of the booking waits for its payment.");
        }
        StoredBooking renamed = booking.withGuest(
                Optional.<UserDetails>ofNullable(request.userDetails()).orElse(booking.userDetails()),
                request.notes() == null ? booking.notes() : request.notes());
        StoredBooking.Stay wanted = wanted(tx, booking, request);
        if (wanted.equals(booking.stay())) {
            register.save(tx, caller, renamed, "booking.changed");
            return Optional.empty();
        }
        StayDelta delta = StayDelta.between(tx, inventory, this::resource, booking.stay(), wanted);
        delta.take(tx, inventory);
        Money owed = wanted.total().minus(booking.stay().total());
        Money paid = payments.paid(tx, id, booking.stay().total().getCurrencyUnit());
        if (owed.isPositive() && paid.isPositive()) {
            PaymentId payment = payments.start(tx, id, owed, token(tx, id, request));
            register.store().insertPending(tx, payment, id, wanted);
            register.save(tx, caller, renamed, "booking.change-begun");
            return Optional.of(payment);
        }
        complete(tx, caller, renamed, wanted, delta);
        if (paid.isGreaterThan(wanted.total())) {
            payments.refund(tx, id, paid.minus(wanted.total()));
            register.withPayments(tx, register.require(tx, id), payments.listPayments(tx, id));
        }
        return Optional.empty();
    }

    private Resource resource(Transaction tx, ResourceId id) {
        return catalog.getResource(tx, id);
    }

    private String token(Transaction tx, BookingId id, ChangeBooking request) {
        PaymentDetails card = request.paymentDetails();
        return card != null
                ? card.token()
                : payments.tokenOf(tx, id)
                        .orElseThrow(() -> ProblemException.malformed("paymentDetails", "expected a token"));
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
        boolean sameResource = resourceId.equals(old.resourceId());
        UnitId unit = request.unitId() != null ? request.unitId() : sameResource ? old.unitId() : null;
        if (unit != null && !catalog.getUnit(tx, unit).resourceId().equals(resourceId)) {
            throw ProblemException.malformed("unitId", "expected a unit of the booking's resource");
        }
        boolean samePrice = sameResource
                && period.equals(old.period())
                && quantity.equals(old.quantity())
                && guests == old.guests();
        if (samePrice) {
            return old.withUnit(unit);
        }
        Quote quote = quote(tx, booking, resource, new HoldRequest(resourceId, period, quantity, guests, unit));
        return new StoredBooking.Stay(
                resourceId, resource.terms().name(), unit, period, quantity, guests, quote.totalMoney(), quote.lines());
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
        inventory.releaseUnits(tx, booking.id().value());
        UnitId unit = wanted.unitId();
        if (unit != null) {
            Resource resource = catalog.getResource(tx, wanted.resourceId());
            inventory.claimUnit(
                    tx,
                    unit,
                    inventory.grains(tx, resource, wanted.period()).taken(),
                    booking.id().value());
        }
        StoredBooking changed =
                register.save(tx, caller, booking.withStay(wanted, booking.bookedEnd()), "booking.changed");
        register.notify(tx, changed, NoticeKind.CHANGED);
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
        }
        register.withPayments(tx, register.require(tx, id), payments.listPayments(tx, id));
    }
}
