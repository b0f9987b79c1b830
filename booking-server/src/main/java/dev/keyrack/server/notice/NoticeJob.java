package dev.keyrack.server.notice;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Json;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is in the outbox, at least once each, and tries again later what could not be sent. One that fails holds
/// up only the later ones of its own booking. However many wait, twenty a second leave: at a rush a mail may come a
/// little later, a booking may not.
public final class NoticeJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeJob.class);
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;
    private static final int BATCH = 50;
    private static final int FORGOTTEN_AT_ONCE = 200;
    private static final int SENDERS = 4;
    private static final long SPACING_MILLIS = 50;
    private static final long POLL_MILLIS = 1_000;

    private final Database database;
    private final NoticeMail mails;
    private final MailPost post;
    private final Clock clock;
    private final OutboxStore store = new OutboxStore();
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /// @param smtp where mail goes; null to write it into `mail` in the data folder
    public NoticeJob(Database database, ReceiptDocument receipts, Path folder, @Nullable SmtpConfig smtp, Clock clock) {
        this.database = database;
        this.mails = new NoticeMail(receipts);
        this.post = smtp == null ? new FolderPost(folder.resolve("mail")) : new SmtpPost(smtp);
        this.clock = clock;
    }

    public void start() {
        thread = Thread.ofPlatform().name("notice-job").daemon(true).start(this::run);
    }

    /// Says that there is work; without it, work is found within a second.
    public void wake() {
        news.release();
    }

    private void run() {
        try {
            while (!stopping) {
                try {
                    while (!stopping && work() > 0) {
                        // On to what the last round made way for.
                    }
                } catch (RuntimeException e) {
                    LOG.error("Notices could not be worked on; trying again", e);
                }
                if (news.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Sends what is due, some at a time: of each booking there is one.
    ///
    /// @return how many notices are done now
    int work() throws InterruptedException {
        List<OutboxStore.Entry> due = database.read(tx -> store.listDue(tx, clock.instant(), BATCH));
        int done = 0;
        try (ScheduledExecutorService senders =
                Executors.newScheduledThreadPool(SENDERS, Thread.ofVirtual().factory())) {
            List<Future<Boolean>> sent = new ArrayList<>();
            for (OutboxStore.Entry entry : due) {
                sent.add(senders.schedule(
                        () -> !stopping && claim(entry) && attempt(entry),
                        sent.size() * SPACING_MILLIS,
                        TimeUnit.MILLISECONDS));
            }
            for (Future<Boolean> one : sent) {
                done += one.get() ? 1 : 0;
            }
        } catch (ExecutionException e) {
            LOG.error("A notice could not be worked on; trying again", e.getCause());
        }
        return done;
    }

    private boolean claim(OutboxStore.Entry entry) {
        Instant now = clock.instant();
        return database.write(tx -> store.claim(tx, entry.id(), now, now.plus(CLAIM)));
    }

    /// The causes are told by their kind alone: their words may name the guest.
    private boolean attempt(OutboxStore.Entry entry) {
        String result;
        try {
            result = send(entry);
        } catch (AddressException e) {
            result = "not a mail address";
        } catch (MessagingException | IOException e) {
            if (!isFinal(e)) {
                LOG.warn("A notice could not be sent, attempt {}: {}", entry.attempts() + 1, kindOf(e));
                postpone(entry, kindOf(e));
                return false;
            }
            result = "refused for good by the mail server";
        } catch (RuntimeException e) {
            LOG.error("A notice could not be written, attempt {}", entry.attempts() + 1, e);
            postpone(entry, kindOf(e));
            return false;
        }
        String outcome = result;
        boolean wanted = database.write(tx -> {
            if (store.isDone(tx, entry.id())) {
                return false;
            }
            store.finish(tx, entry.id(), outcome, clock.instant());
            if (isLetter(entry)) {
                store.empty(tx, entry.id());
            }
            return true;
        });
        if (!wanted) {
            // who it was for was erased while it was sent
            forgetMails(Set.of(nameIn(entry)));
        }
        return true;
    }

    /// Takes back mails, as far as they are still here.
    ///
    /// @param names confirmation codes of bookings, and names of letters
    public void forgetMails(Set<String> names) {
        try {
            post.forget(names.stream().map(NoticeJob::word).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("Mails could not be taken back", e);
        }
    }

    /// How long it is known what a mail said that was sent.
    public static final Duration KEPT = Duration.ofDays(30);

    /// Forgets what mails said that were sent long ago, some at a time.
    ///
    /// @param since all that was sent before is forgotten already
    /// @return up to when all is forgotten now; empty if that is as far as it goes
    public Optional<Instant> forgetSent(Instant since) {
        Instant before = clock.instant().minus(KEPT);
        List<OutboxStore.Sent> old = database.read(tx -> store.listSent(tx, since, before, FORGOTTEN_AT_ONCE));
        database.write(tx -> {
            old.forEach(sent -> store.empty(tx, sent.id()));
            return true;
        });
        return old.size() < FORGOTTEN_AT_ONCE
                ? Optional.empty()
                : Optional.of(old.getLast().at());
    }

    /// What tells the mail from those of others.
    private static String nameIn(OutboxStore.Entry entry) {
        return isLetter(entry)
                ? entry.id()
                : Json.read(entry.payload(), Outbox.Payload.class).booking().confirmationCode();
    }

    private static String word(String name) {
        return name.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    private static boolean isFinal(Exception failure) {
        return failure instanceof SendFailedException refusal
                && refusal.getInvalidAddresses() != null
                && refusal.getInvalidAddresses().length > 0;
    }

    private static boolean isLetter(OutboxStore.Entry entry) {
        return entry.kind().equals(Letter.KIND);
    }

    private static String kindOf(Exception failure) {
        Throwable cause = failure.getCause();
        String kind = failure.getClass().getSimpleName();
        return cause == null ? kind : kind + ", " + cause.getClass().getSimpleName();
    }

    private void postpone(OutboxStore.Entry entry, String reason) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(entry.attempts(), MOST_DOUBLINGS));
        Duration pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        Instant next = clock.instant().plus(pause);
        database.write(tx -> {
            store.postpone(tx, entry.id(), reason, next);
            return true;
        });
    }

    private String send(OutboxStore.Entry entry) throws MessagingException, IOException {
        if (isLetter(entry)) {
            Letter letter = Json.read(entry.payload(), Letter.class);
            String name = FILE_TIME.format(letter.at()) + "-" + entry.id() + "-"
                    + letter.subject().name().toLowerCase(Locale.ROOT);
            return post.send(LetterMail.compose(post.session(), post.from(), entry.id(), letter), name);
        }
        Outbox.Payload payload = Json.read(entry.payload(), Outbox.Payload.class);
        Booking booking = payload.booking();
        String to = booking.userDetails().email();
        if (to == null) {
            return "no address";
        }
        NoticeMail.Content content =
                new NoticeMail.Content(entry.id(), NoticeKind.valueOf(entry.kind()), booking, payload.site());
        MimeMessage mail = mails.compose(post.session(), post.from(), to, content);
        String code = word(booking.confirmationCode());
        String kind = entry.kind().toLowerCase(Locale.ROOT);
        return post.send(mail, FILE_TIME.format(booking.updatedAt()) + "-" + code + "-" + kind);
    }

    @Override
    public void close() {
        stopping = true;
        news.release();
        Thread running = thread;
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
