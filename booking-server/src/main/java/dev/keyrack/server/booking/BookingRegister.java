package dev.keyrack.server.booking;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.audit.Act;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.notice.NoticeKind;
import dev.keyrack.server.notice.Outbox;
import dev.keyrack.server.payment.PaymentService;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.sync.ChangeFeed;
import dev.keyrack.server.sync.Changed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// Reads bookings for those who may see them, and writes each change together with its feed, audit and outbox rows.
public final class BookingRegister {

    private final CatalogService catalog;
    private final ChangeFeed feed;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;
    private final PaymentService payments;
    private final BookingStore store = new BookingStore();

    public BookingRegister(
            CatalogService catalog,
            PaymentService payments,
            ChangeFeed feed,
            AuditLog audit,
            Outbox outbox,
            Clock clock) {
        this.catalog = catalog;
        this.payments = payments;
        this.feed = feed;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    BookingStore store() {
        return store;
    }

    public Instant now() {
        return clock.instant();
    }

    public Resource resource(Transaction tx, StoredBooking booking) {
        return catalog.getResource(tx, booking.stay().resourceId());
    }

    public StoredBooking require(Transaction tx, BookingId id) {
        return store.find(tx, id).orElseThrow(BookingRegister::absent);
    }

    /// A booking within the caller's reach.
    ///
    /// @throws ProblemException NOT_FOUND if there is none, or the caller may not do that to it
    public StoredBooking require(Transaction tx, Caller caller, Action action, BookingId id) {
        StoredBooking booking = require(tx, id);
        if (!caller.may(action, booking.siteId(), booking.userId())) {
            throw absent();
        }
        return booking;
    }

    /// Whether a change of the booking waits for its payment.
    public boolean hasPending(Transaction tx, BookingId id) {
        return store.hasPending(tx, id);
    }

    /// Who comes: the guest of an earlier booking of the site with the same e-mail address, or a new one.
    GuestId guest(Transaction tx, SiteId site, UserDetails details) {
        String email = details.email();
        return Optional.ofNullable(email)
                .flatMap(known -> store.findGuest(tx, site, known))
                .orElseGet(GuestId::random);
    }

    /// A guest's bookings, the newest first.
    public List<StoredBooking> listOfGuest(Transaction tx, GuestId guest) {
        return store.listOfGuest(tx, guest);
    }

    /// The bookings that an account made, and those made with an e-mail address; the newest first.
    public List<StoredBooking> listOfAccount(Transaction tx, UserId account, Optional<String> email) {
        return Stream.concat(
                        store.listOfUser(tx, account).stream(),
                        email.stream().flatMap(address -> store.listOfEmail(tx, address).stream()))
                .distinct()
                .sorted(Comparator.comparing(StoredBooking::createdAt).reversed())
                .toList();
    }

    /// Bookings of somebody that ended before a day, in the order of their identifiers.
    ///
    /// @param after only those with a later identifier
    public List<BookingId> listGone(Transaction tx, String after, LocalDate before, int most) {
        return store.listGone(tx, after, before, most);
    }

    public Optional<StoredBooking> findByCode(Transaction tx, String confirmationCode) {
        return store.findByCode(tx, confirmationCode);
    }

    public static ProblemException absent() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such booking.");
    }

    /// @throws ProblemException WRONG_STATUS unless the booking's status is one of these
    public static void requireStatus(StoredBooking booking, BookingStatus... allowed) {
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
        payments.begin(tx, booking.id());
        publish(tx, booking);
        audit.record(
                tx, caller, act(booking, "booking.created", booking.status().toWord()));
    }

    private static Act act(StoredBooking booking, String action, String detail) {
        return Act.of(action, booking.id().value(), detail).at(booking.siteId());
    }

    /// What of a booking is money, or is worth it.
    private record Terms(String startDate, String endDate, int quantity, String total, String refund) {

        static Terms of(StoredBooking booking) {
            StoredBooking.Stay stay = booking.stay();
            return new Terms(
                    stay.period().startText(),
                    stay.period().endText(),
                    stay.quantity().count(),
                    stay.total().toString(),
                    booking.refund().amount().toString());
        }
    }

    /// Writes a changed booking with the next revision, and with what its payments have come to.
    public StoredBooking save(Transaction tx, Caller caller, StoredBooking changed, String action) {
        return save(tx, caller, changed, action, changed.status().toWord());
    }

    /// @param detail what it came to, without personal data
    public StoredBooking save(Transaction tx, Caller caller, StoredBooking changed, String action, String detail) {
        StoredBooking before = require(tx, changed.id());
        if (!before.revision().equals(changed.revision())) {
            throw new IllegalStateException("booking " + changed.id() + " changed within its own transaction");
        }
        StoredBooking saved = changed.at(clock.instant());
        store.update(tx, before, saved);
        publish(tx, saved);
        Terms old = Terms.of(before);
        Terms now = Terms.of(saved);
        Act act = act(saved, action, detail);
        audit.record(tx, caller, old.equals(now) ? act : act.changed(old, now));
        return saved;
    }

    /// Takes the person out of a booking.
    ///
    /// @return false if it was of nobody before
    public boolean erase(Transaction tx, Caller actor, StoredBooking booking) {
        StoredBooking blank = booking.ofNobody();
        if (blank.equals(booking)) {
            return false;
        }
        save(tx, actor, blank, "booking.erased");
        return true;
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

    public Booking toWire(Transaction tx, StoredBooking booking) {
        UnitId unit = booking.stay().unitId();
        List<UnitNights> units = booking.stay().spans().stream()
                .map(span -> new UnitNights(
                        span.unitId(), catalog.getUnit(tx, span.unitId()).name(), span.startDate(), span.endDate()))
                .toList();
        return BookingMapper.toBooking(
                booking, unit == null ? null : catalog.getUnit(tx, unit).name(), units, paid(tx, booking));
    }

    /// What was taken, or is being taken, and is not promised back.
    Money paid(Transaction tx, StoredBooking booking) {
        return payments.paid(tx, booking.id(), booking.stay().total().getCurrencyUnit());
    }

    /// The booking with the payment status that its payments have come to.
    public StoredBooking withPayments(Transaction tx, StoredBooking booking) {
        boolean stands = PaymentStatusRule.STANDING.contains(booking.status());
        Money total = booking.stay().total();
        Money due = stands ? total : Money.zero(total.getCurrencyUnit());
        return booking.withPaymentStatus(
                PaymentStatusRule.of(payments.listPayments(tx, booking.id()), due.getAmount()));
    }

    /// The instant from which a cancellation policy counts.
    public static Instant startOf(Resource resource, Period period) {
        return switch (period) {
            case StayRange stay ->
                stay.checkIn()
                        .atTime(resource.site().checkInTime())
                        .atZone(resource.timeZone())
                        .toInstant();
            case TimeRange time -> time.start();
        };
    }

    /// Writes what a booking's payments have come to, if that is news.
    void keepPayments(Transaction tx, BookingId id) {
        StoredBooking booking = require(tx, id);
        StoredBooking now = withPayments(tx, booking);
        if (now.paymentStatus() != booking.paymentStatus()) {
            save(
                    tx,
                    Caller.SYSTEM,
                    now,
                    "booking.payment",
                    now.paymentStatus().name().toLowerCase(Locale.ROOT));
        }
    }
}
