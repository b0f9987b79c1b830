package dev.keyrack.server.booking;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.notice.NoticeKind;
import dev.keyrack.server.notice.Outbox;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.sync.ChangeFeed;
import dev.keyrack.server.sync.Changed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads bookings for those who may see them, and writes each change together with its feed, audit and outbox rows.
public final class BookingRegister {

    private final CatalogService catalog;
    private final ChangeFeed feed;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;
    private final BookingStore store = new BookingStore();

    public BookingRegister(CatalogService catalog, ChangeFeed feed, AuditLog audit, Outbox outbox, Clock clock) {
        this.catalog = catalog;
        this.feed = feed;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    BookingStore store() {
        return store;
    }

    Instant now() {
        return clock.instant();
    }

    Resource resource(Transaction tx, StoredBooking booking) {
        return catalog.getResource(tx, booking.stay().resourceId());
    }

    StoredBooking require(Transaction tx, BookingId id) {
        return store.find(tx, id).orElseThrow(BookingRegister::absent);
    }

    /// A booking that the caller may see: its own, one at its site, or one made without an account, whose identifier
    /// nobody can guess.
    ///
    /// @throws ProblemException NOT_FOUND if there is none, or it is somebody else's
    StoredBooking requireVisible(Transaction tx, Caller caller, BookingId id) {
        StoredBooking booking = require(tx, id);
        boolean visible = (caller.isStaff() || caller.role() == Role.KIOSK)
                ? caller.siteId() == null || caller.siteId().equals(booking.siteId())
                : booking.userId() == null || booking.userId().equals(caller.userId());
        if (!visible) {
            throw absent();
        }
        return booking;
    }

    /// @throws ProblemException NOT_FOUND unless the caller works at the booking's site
    StoredBooking requireStaffed(Transaction tx, Caller caller, BookingId id) {
        StoredBooking booking = require(tx, id);
        if (!caller.worksAt(booking.siteId())) {
            throw absent();
        }
        return booking;
    }

    private static ProblemException absent() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such booking.");
    }

    /// @throws ProblemException WRONG_STATUS unless the booking's status is one of these
    static void requireStatus(StoredBooking booking, BookingStatus... allowed) {
        if (!List.of(allowed).contains(booking.status())) {
            throw new ProblemException(
                    ProblemType.WRONG_STATUS,
                    "The booking is " + booking.status().toWord().replace('_', ' ') + ".");
        }
    }

    /// @throws ProblemException STALE_REVISION with the booking as it is now, if another revision was expected
    void requireRevision(Transaction tx, StoredBooking booking, @Nullable Revision expected) {
        if (expected != null && !expected.equals(booking.revision())) {
            throw new ProblemException(Problem.of(
                            ProblemType.STALE_REVISION,
                            "The booking is at revision " + booking.revision().number() + ".")
                    .withCurrent(toWire(tx, booking)));
        }
    }

    void insert(Transaction tx, Caller caller, StoredBooking booking) {
        store.insert(tx, booking);
        publish(tx, booking);
        audit.record(
                tx,
                caller,
                "booking.created",
                booking.id().value(),
                booking.status().toWord());
    }

    /// Writes a changed booking with the next revision.
    StoredBooking save(Transaction tx, Caller caller, StoredBooking changed, String action) {
        StoredBooking timed = changed.at(clock.instant());
        if (!store.update(tx, timed)) {
            throw new IllegalStateException("booking " + changed.id() + " changed within its own transaction");
        }
        StoredBooking saved = require(tx, changed.id());
        publish(tx, saved);
        audit.record(tx, caller, action, saved.id().value(), saved.status().toWord());
        return saved;
    }

    private void publish(Transaction tx, StoredBooking booking) {
        feed.put(
                tx,
                ChangeFeed.operationsScope(booking.siteId()),
                new Changed("booking", booking.id().value(), booking.revision().number(), toWire(tx, booking)));
    }

    void notify(Transaction tx, StoredBooking booking, NoticeKind kind) {
        outbox.add(tx, kind, toWire(tx, booking), resource(tx, booking).site());
    }

    Booking toWire(Transaction tx, StoredBooking booking) {
        UnitId unit = booking.stay().unitId();
        Unit named = unit == null ? null : catalog.getUnit(tx, unit);
        return BookingMapper.toBooking(booking, named == null ? null : named.name());
    }

    /// The instant from which a cancellation policy counts.
    static Instant startOf(Resource resource, Period period) {
        return switch (period) {
            case StayRange stay ->
                stay.checkIn()
                        .atTime(resource.site().checkInTime())
                        .atZone(resource.timeZone())
                        .toInstant();
            case TimeRange time -> time.start();
        };
    }

    StoredBooking withPayments(Transaction tx, StoredBooking booking, List<Payment> payments) {
        PaymentStatus status = PaymentStatusRule.of(payments);
        return status == booking.paymentStatus()
                ? booking
                : save(tx, Caller.SYSTEM, booking.withPaymentStatus(status), "booking.payment");
    }
}
