package dev.keyrack.server.notice;

import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Row;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is in the outbox, at least once each, and tries again later what could not be sent. Without a mail
/// server the
/// mails are written into the folder `mail`.
public final class NoticeJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeJob.class);
    private static final long POLL_MILLIS = 1_000;
    private static final int MOST_DOUBLINGS = 9;

    private final Database database;
    private final NoticeMail mails;
    private final Path folder;
    private final @Nullable SmtpConfig smtp;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    public NoticeJob(Database database, ReceiptDocument receipts, Path folder, @Nullable SmtpConfig smtp, Clock clock) {
        this.database = database;
        this.mails = new NoticeMail(receipts);
        this.folder = folder.resolve("mail");
        this.smtp = smtp;
        this.clock = clock;
    }

    public void start() {
        thread = Thread.ofPlatform().name("notice-job").daemon(true).start(this::run);
    }

    /// Says that there is work.
    public void wake() {
        news.release();
    }

    private void run() {
        try {
            while (!stopping) {
                try {
                    work();
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

    private record Entry(String id, NoticeKind kind, Outbox.Payload payload, int attempts) {}

    private static Entry toEntry(Row row) {
        return new Entry(
                row.text("id"),
                row.constant("kind", NoticeKind.class),
                row.json("payload", Outbox.Payload.class),
                row.integer("attempts"));
    }

    /// Sends what is due.
    void work() {
        List<Entry> due = database.read(tx -> tx.list(
                "select id, kind, payload, attempts from outbox"
                        + " where done_at is null and next_attempt_at <= ? order by next_attempt_at limit 100",
                NoticeJob::toEntry,
                clock.instant()));
        for (Entry entry : due) {
            if (stopping) {
                return;
            }
            try {
                String result = send(entry);
                database.write(tx -> tx.update(
                        "update outbox set done_at = ?, result = ? where id = ?", clock.instant(), result, entry.id()));
            } catch (MessagingException | IOException e) {
                LOG.warn("Notice {} could not be sent; trying again later", entry.id(), e);
                Duration pause = Duration.ofSeconds(1L << Math.min(entry.attempts(), MOST_DOUBLINGS));
                database.write(tx -> tx.update(
                        "update outbox set attempts = attempts + 1, next_attempt_at = ? where id = ?",
                        clock.instant().plus(pause),
                        entry.id()));
            }
        }
    }

    private String send(Entry entry) throws MessagingException, IOException {
        String to = entry.payload().booking().userDetails().email();
        if (to == null) {
            return "no address";
        }
        NoticeMail.Content content = new NoticeMail.Content(
                entry.id(),
                entry.kind(),
                entry.payload().booking(),
                entry.payload().site());
        SmtpConfig server = smtp;
        Session session = session(server);
        String from = server == null ? "keyrack@localhost" : server.from();
        MimeMessage mail = mails.compose(session, from, to, content, clock.instant());
        if (server == null) {
            return write(mail, content);
        }
        Transport.send(mail);
        return "handed to " + server.host();
    }

    private static Session session(@Nullable SmtpConfig server) {
        Properties properties = new Properties();
        if (server != null) {
            properties.setProperty("mail.smtp.host", server.host());
            properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
            properties.setProperty("mail.smtp.connectiontimeout", "10000");
            properties.setProperty("mail.smtp.timeout", "20000");
            properties.setProperty("mail.smtp.writetimeout", "20000");
        }
        return Session.getInstance(properties);
    }

    /// Writes beside, forces, renames: a mail in the folder is whole.
    private String write(MimeMessage mail, NoticeMail.Content content) throws MessagingException, IOException {
        Files.createDirectories(folder);
        String name = content.booking().confirmationCode() + "-"
                + content.kind().name().toLowerCase(Locale.ROOT) + "-"
                + content.booking().revision().number() + ".eml";
        Path beside = folder.resolve(name + ".new");
        try (FileChannel channel = FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            mail.writeTo(out);
            channel.force(true);
        }
        Path file = Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return file.toString();
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
