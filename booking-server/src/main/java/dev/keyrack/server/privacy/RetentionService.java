package dev.keyrack.server.privacy;

import dev.keyrack.contract.value.BookingId;
import dev.keyrack.server.booking.BookingRegister;
import dev.keyrack.server.booking.StoredBooking;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyStore;
import dev.keyrack.server.identity.IdentityService;
import dev.keyrack.server.notice.NoticeJob;
import dev.keyrack.server.oauth.SignInService;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.session.SessionService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Lets go of what is older than its rule, once a day on all nodes together. Each transaction is small, and where a
/// walk was stopped it goes on from there: places are kept as settings.
public final class RetentionService {

    private static final int AT_ONCE = 100;
    private static final Duration DAY = Duration.ofDays(1);
    private static final String RUN = "retention.run";
    private static final String BOOKINGS = "retention.bookings";
    private static final String MAILS = "retention.mails";

    private final Database database;
    private final ErasureService erasures;
    private final BookingRegister register;
    private final Parts parts;
    private final RetentionConfig config;
    private final Clock clock;

    /// @param parts who else keeps something
    public RetentionService(
            Database database,
            ErasureService erasures,
            BookingRegister register,
            Parts parts,
            RetentionConfig config,
            Clock clock) {
        this.database = database;
        this.erasures = erasures;
        this.register = register;
        this.parts = parts;
        this.config = config;
        this.clock = clock;
    }

    /// Who keeps what runs out.
    public record Parts(
            IdempotencyStore answers, NoticeJob notices, SessionService sessions, IdentityService identity) {}

    /// How long what is kept; the page `privacy.md` tells people.
    enum Rule {
        /// Whose a booking was, from the departure on, unless the provider says otherwise.
        BOOKINGS(Duration.ofDays(RetentionConfig.USUAL.bookingDays())),
        /// Sign-ins, from their last use on.
        SESSIONS(SessionService.KEPT),
        /// What a mail said, from its sending on.
        MAILS(NoticeJob.KEPT),
        /// Answers for repeated requests.
        ANSWERS(IdempotencyStore.KEPT),
        /// Codes that are good once.
        CODES(Duration.ZERO),
        /// What somebody was about in a browser.
        VISITS(Duration.ZERO),
        /// Which code led a program to its session.
        GRANTS(SignInService.CODE_KEPT);

        private final Duration kept;

        Rule(Duration kept) {
            this.kept = kept;
        }

        /// How long, in words.
        String words() {
            return kept.isZero() ? "until it runs out" : kept.toDays() + " days";
        }
    }

    /// Who erases at once what is else erased here.
    public ErasureService erasures() {
        return erasures;
    }

    /// Does the day's work, if it was not done yet.
    ///
    /// @param stopped asked between two pieces of work
    /// @return whether it is done now
    boolean run(BooleanSupplier stopped) {
        erasures.finish(stopped);
        Instant now = clock.instant();
        boolean done = database.read(tx -> find(tx, RUN))
                .map(Instant::parse)
                .filter(last -> now.isBefore(last.plus(DAY)))
                .isPresent();
        if (done) {
            return true;
        }
        eraseBookings(LocalDate.ofInstant(now, ZoneOffset.UTC), stopped);
        erasures.finish(stopped);
        forgetMails(stopped);
        while (!stopped.getAsBoolean() && database.<Boolean>write(parts.sessions()::deleteOld)) {
            // on to the next ones
        }
        while (!stopped.getAsBoolean() && parts.answers().deleteOld()) {
            // on to the next ones
        }
        if (stopped.getAsBoolean()) {
            return false;
        }
        database.write(tx -> {
            parts.identity().deleteOldCodes(tx);
            return keep(tx, RUN, now.toString());
        });
        return true;
    }

    private void eraseBookings(LocalDate today, BooleanSupplier stopped) {
        if (config.bookingDays() == 0) {
            return;
        }
        LocalDate before = today.minusDays(config.bookingDays());
        List<BookingId> some = next(before);
        while (!some.isEmpty() && !stopped.getAsBoolean()) {
            List<BookingId> page = some;
            database.write(tx -> {
                page.forEach(id -> erase(tx, register.require(tx, id)));
                return keep(tx, BOOKINGS, page.getLast().value());
            });
            some = next(before);
        }
        if (some.isEmpty()) {
            // tomorrow from the beginning
            database.write(tx -> keep(tx, BOOKINGS, ""));
        }
    }

    private List<BookingId> next(LocalDate before) {
        return database.read(tx -> register.listGone(tx, find(tx, BOOKINGS).orElse(""), before, AT_ONCE));
    }

    /// Not while money is being moved: it is looked at again tomorrow.
    private void erase(Transaction tx, StoredBooking booking) {
        if (!erasures.isUnderWay(tx, booking)) {
            erasures.erase(tx, Caller.SYSTEM, booking);
        }
    }

    private void forgetMails(BooleanSupplier stopped) {
        Optional<Instant> since = Optional.of(
                database.read(tx -> find(tx, MAILS)).map(Instant::parse).orElse(Instant.EPOCH));
        while (since.isPresent() && !stopped.getAsBoolean()) {
            since = parts.notices().forgetSent(since.get());
            since.ifPresent(place -> database.write(tx -> keep(tx, MAILS, place.toString())));
        }
    }

    private static Optional<String> find(Transaction tx, String name) {
        return tx.find("select content from setting where name = ?", row -> row.text("content"), name);
    }

    private static boolean keep(Transaction tx, String name, String content) {
        return tx.update("update setting set content = ? where name = ?", content, name) == 1
                || tx.update("insert into setting (name, content) values (?, ?)", name, content) == 1;
    }
}
