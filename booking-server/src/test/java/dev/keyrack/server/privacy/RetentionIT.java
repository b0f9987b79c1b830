package dev.keyrack.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.soak.MovableClock;
import dev.keyrack.server.verification.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes by itself, and when.
class RetentionIT {

    private static final Path PAGE = Path.of("../shared-model/docs/privacy.md");

    @TempDir
    private Path folder;

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private TestServer server;
    private ResourceId room;
    private UnitId unit;

    @SuppressWarnings("NullAway.Init")
    RetentionIT() {}

    @BeforeEach
    void start() {
        server = new TestServer(folder, clock);
        room = Planted.room(server);
        unit = server.addUnit(room, "101");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Database database() {
        return server.server().database();
    }

    private boolean run() {
        return server.server().retention().run(() -> false);
    }

    private long count(String rows) {
        return database()
                .read(tx -> tx.find("select count(*) as total from " + rows, row -> row.number("total")))
                .orElseThrow();
    }

    private Planted plant(String mark) throws Exception {
        return new Planted(server, clock, folder, mark).account();
    }

    @Test
    void bookingsAreOfNobodyAfterThreeYears() throws Exception {
        Planted ann = plant("Zann");
        ann.stay(room);
        ann.visit(room, unit);
        clock.advance(Duration.ofDays(1_000));
        assertThat(run()).isTrue();
        assertThat(ann.columns()).contains("booking.first_name", "booking.notes", "feed_change.body");
        clock.advance(Duration.ofDays(103));
        assertThat(run()).isTrue();
        assertThat(ann.columns())
                .contains("account.first_name")
                .noneMatch(column -> column.startsWith("booking.")
                        || column.equals("feed_change.body")
                        || column.equals("idempotency_key.answer")
                        || column.equals("outbox.payload"));
        assertThat(server.verify().stream().filter(check -> !check.holds()).toList())
                .isEqualTo(List.<Verification.Check>of());
        assertThat(count("erasure")).isZero();
    }

    @Test
    void whatRunsOutGoes() throws Exception {
        Planted bob = plant("Zbob");
        bob.visit(room, unit);
        clock.advance(Duration.ofDays(31));
        assertThat(run()).isTrue();
        assertThat(bob.columns()).doesNotContain("outbox.payload").contains("login_session.client", "oauth_visit.name");
        assertThat(count("outbox where payload <> '{}'")).isZero();
        clock.advance(Duration.ofDays(62));
        assertThat(run()).isTrue();
        assertThat(bob.columns())
                .doesNotContain(
                        "login_session.client", "oauth_visit.name", "one_time_code.hash", "idempotency_key.answer");
        assertThat(count("idempotency_key")).isZero();
        assertThat(count("oauth_code")).isEqualTo(1);
        clock.advance(Duration.ofDays(30));
        assertThat(run()).isTrue();
        assertThat(count("oauth_code")).isZero();
    }

    @Test
    void worksOnceADayAndGoesOnWhereItWasStopped() throws Exception {
        Planted cid = plant("Zcid");
        cid.stay(room);
        clock.advance(Duration.ofDays(1_200));
        assertThat(server.server().retention().run(() -> true)).isFalse();
        assertThat(cid.columns()).contains("booking.first_name");
        assertThat(run()).isTrue();
        assertThat(cid.columns()).doesNotContain("booking.first_name");
        Planted dan = plant("Zdan");
        dan.stay(room);
        database()
                .write(
                        tx -> tx.update(
                                "update booking set start_date = '2001-01-01', end_date = '2001-01-03' where last_name = 'Zdanlast'"));
        assertThat(run()).isTrue();
        assertThat(dan.columns()).contains("booking.first_name");
        clock.advance(Duration.ofDays(1));
        assertThat(run()).isTrue();
        assertThat(dan.columns()).doesNotContain("booking.first_name");
    }

    @Test
    void aBookingWhoseMoneyMovesWaits() throws Exception {
        Planted eve = plant("Zeve");
        String booking = eve.stay(room);
        clock.advance(Duration.ofDays(1_200));
        String ofBooking = "payment_id in (select id from payment where booking_id = ?)";
        database()
                .write(tx -> tx.update(
                        "update payment_operation set state = 'OPEN', next_attempt_at = ? where " + ofBooking,
                        clock.instant().plus(Duration.ofDays(900)),
                        booking));
        assertThat(run()).isTrue();
        assertThat(eve.columns()).contains("booking.first_name");
        database().write(tx -> tx.update("update payment_operation set state = 'DONE' where " + ofBooking, booking));
        clock.advance(Duration.ofDays(1));
        assertThat(run()).isTrue();
        assertThat(eve.columns()).doesNotContain("booking.first_name");
    }

    @Test
    void pageTellsTheRules() throws Exception {
        Map<String, String> rules = Arrays.stream(RetentionService.Rule.values())
                .collect(Collectors.toMap(
                        rule -> rule.name().toLowerCase(Locale.ROOT),
                        RetentionService.Rule::words,
                        (one, _) -> one,
                        LinkedHashMap::new));
        Map<String, String> told = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| [a-z]+ \\|.*\\|.*\\|"))
                .map(line -> line.substring(2).split(" \\| | \\|", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[2], (one, _) -> one, LinkedHashMap::new));
        assertThat(told).isEqualTo(rules);
        for (String language : List.of("en", "de")) {
            String page = new PolicyPages(List::of, RetentionConfig.USUAL)
                    .page("privacy", List.of(Locale.of(language)))
                    .html();
            rules.values().stream()
                    .filter(words -> words.endsWith(" days"))
                    .forEach(words ->
                            assertThat(page).contains(language.equals("de") ? words.replace(" days", " Tage") : words));
        }
    }
}
