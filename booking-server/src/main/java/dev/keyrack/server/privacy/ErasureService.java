package dev.keyrack.server.privacy;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.privacy.EraseAccount;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.audit.Act;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.booking.BookingRegister;
import dev.keyrack.server.booking.StoredBooking;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.identity.IdentityService;
import dev.keyrack.server.notice.NoticeJob;
import dev.keyrack.server.payment.PaymentService;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Erases persons. The person goes from the account, the bookings and the mails that wait in one transaction, which
/// clients hear of at once; then from the copies of what was told before, some at a time. What is still to be done of
/// that stands in the table `erasure`, so that it goes on after a stop.
public final class ErasureService {

    private final Database database;
    private final AuditLog audit;
    private final IdentityService identity;
    private final BookingRegister register;
    private final PaymentService payments;
    private final NoticeJob notices;
    private final Clock clock;
    private final ErasureStore store = new ErasureStore();
    private final ReentrantLock finishing = new ReentrantLock();

    public ErasureService(
            Database database,
            AuditLog audit,
            IdentityService identity,
            BookingRegister register,
            PaymentService payments,
            NoticeJob notices,
            Clock clock) {
        this.database = database;
        this.audit = audit;
        this.identity = identity;
        this.register = register;
        this.payments = payments;
        this.notices = notices;
        this.clock = clock;
    }

    /// @throws ProblemException STILL_NEEDED, and nothing was changed; FORBIDDEN for the last administrator
    void eraseAccount(Caller caller, EraseAccount wanted) {
        database.write(tx -> {
            UserId id = caller.userId();
            IdentityService.Kept kept = identity.getKept(tx, id);
            if (!kept.profile().name().equalsIgnoreCase(wanted.name())) {
                throw ProblemException.malformed("name", "expected what you sign in with");
            }
            List<StoredBooking> bookings = register.listOfAccount(tx, id, kept.confirmedMail());
            requireFree(tx, bookings);
            bookings.forEach(booking -> erase(tx, caller, booking));
            identity.erase(tx, caller);
            store.eraseAccount(tx, id, kept.profile().name(), clock.instant());
            audit.record(tx, caller, "account.erased", id.value(), "");
            return true;
        });
        identity.tellErased();
        finish();
    }

    /// @throws ProblemException NOT_FOUND if there is none at the caller's site, STILL_NEEDED; then nothing was changed
    public void eraseGuest(Caller caller, GuestId guest) {
        database.write(tx -> {
            List<StoredBooking> bookings = register.listOfGuest(tx, guest);
            if (bookings.isEmpty()
                    || !caller.may(Action.ERASE_GUEST, bookings.getFirst().siteId())) {
                throw new ProblemException(ProblemType.NOT_FOUND, "There is no guest " + guest + ".");
            }
            requireFree(tx, bookings);
            long erased = bookings.stream()
                    .filter(booking -> erase(tx, caller, booking))
                    .count();
            if (erased > 0) {
                audit.record(
                        tx,
                        caller,
                        Act.of("guest.erased", guest.value(), erased + " bookings")
                                .at(bookings.getFirst().siteId()));
            }
            return true;
        });
        finish();
    }

    /// Takes the person out of a booking, its payments and its mails.
    ///
    /// @return false if it was of nobody before
    boolean erase(Transaction tx, Caller actor, StoredBooking booking) {
        if (!register.erase(tx, actor, booking)) {
            return false;
        }
        payments.forgetCards(tx, booking.id());
        store.eraseNotices(tx, booking, clock.instant());
        return true;
    }

    private void requireFree(Transaction tx, List<StoredBooking> bookings) {
        List<StoredBooking> needed = bookings.stream()
                .filter(booking -> isToCome(tx, booking) || isUnderWay(tx, booking))
                .toList();
        if (!needed.isEmpty()) {
            throw new ProblemException(
                    ProblemType.STILL_NEEDED,
                    "Still to come, or with a payment under way: "
                            + needed.stream()
                                    .map(booking -> booking.id() + " (" + booking.confirmationCode() + ")")
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    private boolean isToCome(Transaction tx, StoredBooking booking) {
        ZoneId zone = register.resource(tx, booking).timeZone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        boolean stands = booking.status() == BookingStatus.REQUESTED || booking.status() == BookingStatus.CONFIRMED;
        return booking.status() == BookingStatus.CHECKED_IN
                || (stands && !booking.stay().period().lastDay(zone).isBefore(today));
    }

    boolean isUnderWay(Transaction tx, StoredBooking booking) {
        return payments.isUnderWay(tx, booking.id()) || register.hasPending(tx, booking.id());
    }

    private void finish() {
        finish(() -> false);
    }

    /// Takes those who were erased out of all copies that are left.
    ///
    /// @param stopped asked between two pieces of work; what is left then waits for the next time
    void finish(BooleanSupplier stopped) {
        finishing.lock();
        try {
            for (Set<String> all = erased(); !all.isEmpty() && !stopped.getAsBoolean(); all = erased()) {
                finish(all, stopped);
            }
        } finally {
            finishing.unlock();
        }
    }

    private Set<String> erased() {
        return Set.copyOf(database.read(store::listErased));
    }

    /// One walk through the copies, however many were erased.
    private void finish(Set<String> erased, BooleanSupplier stopped) {
        for (String scope : database.read(store::listScopes)) {
            walk(scope, stopped);
        }
        for (List<ErasureStore.Answer> some : ErasureStore.pages(database.read(tx -> store.listAnswers(tx, erased)))) {
            database.write(tx -> store.rewrite(tx, some, erased));
        }
        if (stopped.getAsBoolean()) {
            return;
        }
        for (List<String> some : ErasureStore.pages(List.copyOf(erased))) {
            notices.forgetMails(Set.copyOf(database.read(tx -> store.listMails(tx, some))));
            database.write(tx -> store.finish(tx, some));
        }
    }

    private void walk(String scope, BooleanSupplier stopped) {
        List<ErasureStore.Body> some = database.read(tx -> store.listBodies(tx, scope, 0));
        while (!some.isEmpty() && !stopped.getAsBoolean()) {
            List<ErasureStore.Body> page = some;
            database.write(tx -> store.rewrite(tx, page));
            long last = page.getLast().seq();
            some = database.read(tx -> store.listBodies(tx, scope, last));
        }
    }
}
