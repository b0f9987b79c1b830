package dev.keyrack.server.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.rig.TestDatabase;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class NoticeJobIT {

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private final Outbox outbox = new Outbox(clock);
    private final ReceiptDocument receipts = new ReceiptDocument();

    @SuppressWarnings("NullAway.Init")
    private Database database;

    /// A clock that is set by hand.
    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2027-03-01T09:00:02Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private record Kept(String id, int attempts, @Nullable String result, boolean done) {}

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder, Durability.DISK, List.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private NoticeJob job(@Nullable SmtpConfig smtp) {
        return new NoticeJob(database, receipts, folder, smtp, clock);
    }

    private void add(NoticeKind kind, Booking booking) {
        database.write(tx -> {
            outbox.add(tx, kind, booking, Stays.HOTEL);
            return true;
        });
    }

    private List<Kept> kept() {
        return database.read(tx -> tx.list(
                "select id, attempts, result, done_at from outbox order by id",
                row -> new Kept(
                        row.text("id"),
                        row.integer("attempts"),
                        row.textOrNull("result"),
                        row.instantOrNull("done_at") != null)));
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            return files.sorted().toList();
        }
    }

    private static GreenMail mailServer() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static SmtpConfig smtp(int port) {
        return SmtpConfig.parse("127.0.0.1:" + port, "desk@example.com");
    }

    @Test
    void writesWholeMailsIntoTheFolder() throws Exception {
        add(NoticeKind.CONFIRMED, Stays.stay());

        assertThat(job(null).work()).isEqualTo(1);

        Path file = folder.resolve("mail").resolve("20270301T090001250Z-K7RT2M9Q-confirmed.eml");
        assertThat(files()).containsExactly(file);
        assertThat(kept()).extracting(Kept::result).containsExactly(file.toString());
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
            assertThat(mail.getAllRecipients()[0]).hasToString("zoe@example.com");
            assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(3);
        }
        assertThat(job(null).work()).isZero();
    }

    @Test
    void handsMailsToTheMailServer() throws Exception {
        GreenMail server = mailServer();
        try {
            add(NoticeKind.CANCELLED, Stays.stay());

            assertThat(job(smtp(server.getSmtp().getPort())).work()).isEqualTo(1);

            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo("Your booking is cancelled: Pensão São João & Söhne (K7RT2M9Q)");
            assertThat(mail.getFrom()[0].toString()).contains("<desk@example.com>");
            assertThat(kept()).allMatch(Kept::done);
        } finally {
            server.stop();
        }
    }

    @Test
    void signsInWhereTheMailServerAsksForIt() throws Exception {
        GreenMail server = mailServer();
        try {
            server.setUser("desk", "secret");
            add(NoticeKind.CONFIRMED, Stays.stay());
            int port = server.getSmtp().getPort();
            SmtpConfig wrong = new SmtpConfig("127.0.0.1", port, "desk", "wrong", "desk@example.com", false);
            SmtpConfig right = new SmtpConfig("127.0.0.1", port, "desk", "secret", "desk@example.com", false);

            assertThat(job(wrong).work()).isZero();
            clock.pass(Duration.ofSeconds(1));
            assertThat(job(right).work()).isEqualTo(1);
            assertThat(wrong.toString()).doesNotContain("wrong");
        } finally {
            server.stop();
        }
    }

    @Test
    void sendsNothingInTheClearWhereEncryptionIsDemanded() throws Exception {
        GreenMail server = mailServer();
        try {
            add(NoticeKind.CONFIRMED, Stays.stay());
            SmtpConfig strict =
                    new SmtpConfig("127.0.0.1", server.getSmtp().getPort(), null, null, "desk@example.com", true);

            assertThat(job(strict).work()).isZero();
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void triesAgainLaterAndLaterUntilTheMailServerIsBack() throws Exception {
        GreenMail server = mailServer();
        int port = server.getSmtp().getPort();
        server.stop();
        add(NoticeKind.CONFIRMED, Stays.stay());
        NoticeJob job = job(smtp(port));

        Duration waited = Duration.ZERO;
        for (int seconds : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600)) {
            assertThat(job.work()).isZero();
            clock.pass(Duration.ofSeconds(seconds).minusMillis(1));
            int attempts = kept().getFirst().attempts();
            assertThat(job.work()).isZero();
            assertThat(kept().getFirst().attempts()).as("after %s", waited).isEqualTo(attempts);
            clock.pass(Duration.ofMillis(1));
            waited = waited.plusSeconds(seconds);
        }
        assertThat(kept().getFirst()).matches(kept -> !kept.done() && kept.attempts() == 12);
        assertThat(kept().getFirst().result()).contains("Exception");
    }

    @Test
    void retriedMailArrivesOnceTheServerIsThere() throws Exception {
        add(NoticeKind.CONFIRMED, Stays.stay());
        assertThat(job(smtp(1)).work()).isZero();
        GreenMail server = mailServer();
        try {
            clock.pass(Duration.ofSeconds(1));

            assertThat(job(smtp(server.getSmtp().getPort())).work()).isEqualTo(1);
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void laterNoticeOfABookingDoesNotOvertakeAnEarlierOne() throws Exception {
        add(NoticeKind.CONFIRMED, Stays.stay());
        assertThat(job(smtp(1)).work()).isZero();
        add(NoticeKind.CANCELLED, Stays.stay(Stays.guest("zoe@example.com"), 4));
        add(NoticeKind.CONFIRMED, Stays.appointment());
        NoticeJob job = job(null);

        assertThat(job.work()).as("the other booking's").isEqualTo(1);
        assertThat(job.work()).isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(job.work()).isEqualTo(1);
        assertThat(files()).noneMatch(file -> file.toString().endsWith("cancelled.eml"));
        assertThat(job.work()).isEqualTo(1);
        assertThat(kept()).allMatch(Kept::done).hasSize(3);
    }

    @Test
    void noticeThatCannotBeWrittenHoldsUpNobodyElse() throws Exception {
        add(NoticeKind.CONFIRMED, Stays.stay());
        database.write(tx -> tx.update("update outbox set payload = '{}'"));
        add(NoticeKind.CONFIRMED, Stays.appointment());

        assertThat(job(null).work()).isEqualTo(1);
        assertThat(kept()).filteredOn(kept -> !kept.done()).hasSize(1);
    }

    @Test
    void guestWithoutOrWithAnImpossibleAddressGetsNoMail() throws Exception {
        add(NoticeKind.CONFIRMED, Stays.stay(Stays.guest(null), 1));
        add(NoticeKind.CHANGED, Stays.stay(Stays.guest("a,b@example.com"), 2));
        NoticeJob job = job(null);
        job.work();
        job.work();

        assertThat(kept()).extracting(Kept::result).containsExactly("no address", "not a mail address");
        assertThat(folder.resolve("mail")).doesNotExist();
    }

    @Test
    void runningJobFindsNewsWhenWoken() throws Exception {
        try (NoticeJob job = job(null)) {
            job.start();
            add(NoticeKind.CONFIRMED, Stays.stay());
            job.wake();
            await().atMost(Duration.ofSeconds(10)).until(() -> kept().stream().allMatch(Kept::done));
        }
    }

    @Test
    void thoseHeldUpHideNobodyElse() {
        Instant now = clock.instant();
        List<Object[]> waiting = new ArrayList<>();
        waiting.add(new Object[] {"bkg_a-000001", now.plusSeconds(60)});
        for (int revision = 2; revision < 300; revision++) {
            waiting.add(new Object[] {"bkg_a-%06d".formatted(revision), now.minusSeconds(60)});
        }
        waiting.add(new Object[] {"bkg_b-000001", now});
        database.write(tx -> tx.updateAll(
                "insert into outbox (id, kind, payload, next_attempt_at) values (?, 'CONFIRMED', '{}', ?)", waiting));
        List<OutboxStore.Entry> due = database.read(tx -> new OutboxStore().listDue(tx, now, 50));
        assertThat(due).extracting(OutboxStore.Entry::id).containsExactly("bkg_b-000001");
    }

    /// One look at a long queue once took minutes, and the server did not stop meanwhile.
    @Test
    @DisabledIfSystemProperty(named = "test.database", matches = "postgresql", disabledReason = "reads a plan of H2")
    void looksAtNoMoreNoticesThanItTakesHoweverManyWait() {
        database.write(tx -> tx.updateAll(
                "insert into outbox (id, kind, payload, next_attempt_at) values (?, 'CONFIRMED', '{}', ?)",
                IntStream.range(0, 2_000)
                        .mapToObj(number -> new Object[] {"bkg_" + number + "-000001", clock.instant()})
                        .toList()));
        String plan = database.read(
                tx -> tx.find("explain analyze " + OutboxStore.DUE, row -> row.text("plan"), clock.instant(), 50)
                        .orElseThrow());
        List<Integer> looks = Pattern.compile("scanCount: (\\d+)")
                .matcher(plan)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
        assertThat(looks).as(plan).hasSize(2).allMatch(count -> count <= 51);
    }

    @Test
    void takesBackTheMailsOfOneBooking() throws Exception {
        add(NoticeKind.CONFIRMED, Stays.stay());
        NoticeJob job = job(null);
        assertThat(job.work()).isEqualTo(1);

        job.forgetMails(Set.of("K7RT2M9", "confirmed"));
        assertThat(files()).hasSize(1);

        job.forgetMails(Set.of("OTHER", "K7RT2M9Q"));
        assertThat(files()).isEmpty();
    }
}
