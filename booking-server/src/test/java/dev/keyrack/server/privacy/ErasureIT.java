package dev.keyrack.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.soak.MovableClock;
import dev.keyrack.server.verification.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is left of somebody who had their data erased: nothing, in any column of any table.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureIT {

    /// Where somebody of whom each feature keeps something is before: else there would be nothing to find afterwards.
    private static final List<String> BEFORE = List.of(
            "account.first_name",
            "account.last_name",
            "account.name",
            "account.phone",
            "booking.cancel_reason",
            "booking.email",
            "booking.email_key",
            "booking.first_name",
            "booking.last_name",
            "booking.notes",
            "booking.phone",
            "feed_change.body",
            "idempotency_key.answer",
            "login_session.client",
            "oauth_code.hash",
            "oauth_visit.name",
            "one_time_code.hash",
            "outbox.payload",
            "payment.token",
            "recovery_code.hash",
            "second_factor.secret");

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));

    private Path folder;
    private TestServer server;
    private ResourceId room;
    private UnitId unit;

    @SuppressWarnings("NullAway.Init")
    ErasureIT() {}

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        server = new TestServer(folder, clock);
        room = Planted.room(server);
        unit = server.addUnit(room, "101");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Database database() {
        return server.server().database();
    }

    private Planted plant(String mark) throws Exception {
        return new Planted(server, clock, folder, mark).account();
    }

    private static Api.Reply erase(Api api, Planted whom) throws Exception {
        return api.post("/api/v1/users/me/erasure", "{'name': '" + whom.email() + "'}");
    }

    /// The files that tell of somebody; not those of the database, whose rows are looked at.
    private Set<String> files(Planted whom) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".mv.db"))
                    .filter(file -> whom.isIn(read(file)) || whom.isIn(file.toString()))
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Verification.Check> broken() {
        return server.verify().stream().filter(check -> !check.holds()).toList();
    }

    private long revision(String booking) {
        return database()
                .read(tx ->
                        tx.find("select revision from booking where id = ?", row -> row.number("revision"), booking))
                .orElseThrow();
    }

    private void leave() {
        clock.advance(Duration.ofDays(9));
    }

    @Test
    void nothingIsLeftOfAnAccount() throws Exception {
        Planted other = plant("Zother").bookings(room, unit);
        Planted ann = plant("Zann").bookings(room, unit);
        String stay = ann.visit(room, unit);
        leave();
        Api api = ann.again();
        assertThat(ann.columns()).containsAll(BEFORE);
        assertThat(files(ann)).isNotEmpty();
        Set<String> ofOther = other.columns();
        Set<String> filesOfOther = files(other);
        String money = money();

        assertThat(erase(api, ann).status()).isEqualTo(204);

        assertThat(ann.columns()).isEmpty();
        assertThat(files(ann)).isEmpty();
        assertThat(other.columns()).isEqualTo(ofOther);
        assertThat(files(other)).isEqualTo(filesOfOther);
        assertThat(money()).isEqualTo(money);
        assertThat(broken()).isEmpty();
        assertThat(count("erasure")).isZero();
        tellsClients(stay);
    }

    private String money() {
        return database()
                .<List<String>>read(tx -> tx.list(
                        "select id, status, total_price, refund_amount, start_date, end_date, unit_id, confirmation_code"
                                + " from booking order by id",
                        row -> row.text("id")
                                + row.text("status")
                                + row.decimal("total_price")
                                + row.decimal("refund_amount")
                                + row.text("start_date")
                                + row.text("end_date")
                                + row.textOrNull("unit_id")
                                + row.text("confirmation_code")))
                .toString();
    }

    private long count(String table) {
        return database()
                .read(tx -> tx.find("select count(*) as total from " + table, row -> row.number("total")))
                .orElseThrow();
    }

    /// The newest change of the feed is the booking without the person.
    private void tellsClients(String booking) {
        JsonNode told = database()
                .read(tx -> tx.find(
                        "select body from feed_change where record_id = ? order by seq desc limit 1",
                        row -> Json.read(row.text("body"), JsonNode.class),
                        booking))
                .orElseThrow();
        assertThat(told.at("/userDetails/firstName").asText()).isEqualTo("\u2013");
        assertThat(told.path("userDetails")).hasSize(2);
        assertThat(told.path("revision").asLong()).isEqualTo(revision(booking));
    }

    @Test
    void nobodySignsInToAnErasedAccount() throws Exception {
        Planted bob = plant("Zbob");
        Api api = bob.again();
        assertThat(api.get("/api/v1/users/me").status()).isEqualTo(200);
        assertThat(erase(api, bob).status()).isEqualTo(204);
        assertThat(api.get("/api/v1/users/me").status()).isEqualTo(401);
        assertThat(erase(api, bob).status()).isEqualTo(401);
        String signIn = "{'name': '" + bob.email() + "', 'password': '" + Planted.PASSWORD + "'}";
        assertThat(server.api().post("/api/v1/sessions", signIn).status()).isEqualTo(401);
        Planted anew = plant("Zbob");
        assertThat(anew.userId()).isNotEqualTo(bob.userId());
    }

    @Test
    void refusesWhileABookingIsToComeAndSaysWhich() throws Exception {
        Planted cid = plant("Zcid");
        String booking = cid.stay(room);
        Set<String> before = cid.columns();
        long revision = revision(booking);
        Api.Reply refused = erase(cid.again(), cid);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("/problems/still-needed");
        assertThat(refused.text("detail")).contains(booking);
        assertThat(cid.columns()).isEqualTo(before);
        assertThat(revision(booking)).isEqualTo(revision);
        String guest = server.staff().get("/api/v1/bookings/" + booking).text("guestId");
        assertThat(server.staff()
                        .post("/api/v1/guests/" + guest + "/erasure", null)
                        .text("type"))
                .isEqualTo("/problems/still-needed");
        assertThat(cid.columns()).isEqualTo(before);
    }

    @Test
    void refusesWhileAPaymentIsUnderWay() throws Exception {
        Planted dan = plant("Zdan");
        String booking = dan.stay(room);
        leave();
        String ofBooking = "kind = 'CAPTURE' and payment_id in (select id from payment where booking_id = ?)";
        database()
                .write(tx -> tx.update(
                        "update payment_operation set state = 'OPEN', next_attempt_at = ? where " + ofBooking,
                        clock.instant().plus(Duration.ofDays(900)),
                        booking));
        Api.Reply refused = erase(dan.again(), dan);
        assertThat(refused.text("type")).isEqualTo("/problems/still-needed");
        assertThat(refused.text("detail")).contains(booking);
        database().write(tx -> tx.update("update payment_operation set state = 'DONE' where " + ofBooking, booking));
        assertThat(erase(dan.again(), dan).status()).isEqualTo(204);
    }

    @Test
    void takesTheOwnNameAndAProof() throws Exception {
        Planted eve = plant("Zeve");
        Api.Reply wrong = eve.again().post("/api/v1/users/me/erasure", "{'name': 'other@mail.example'}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text("field")).isEqualTo("name");
        assertThat(eve.columns()).contains("account.name");
    }

    @Test
    void lastAdministratorStays() throws Exception {
        Api.Reply refused = server.staff()
                .post(
                        "/api/v1/users/me/erasure",
                        "{'name': '" + server.administrator().name() + "'}");
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void managersEraseGuestsOfTheirSiteOnly() throws Exception {
        Planted fay = plant("Zfay");
        String booking = fay.stay(room);
        leave();
        String guest = server.staff().get("/api/v1/bookings/" + booking).text("guestId");
        String path = "/api/v1/guests/" + guest + "/erasure";
        assertThat(server.as(Role.FRONT_DESK, "desk").post(path, null).status()).isEqualTo(403);
        SiteId there = new SiteId("sit_there");
        database().write(tx -> {
            Site site = Sample.site("America/New_York");
            server.server()
                    .catalog()
                    .addSite(
                            tx,
                            new Site(
                                    there,
                                    site.name(),
                                    site.location(),
                                    site.latitude(),
                                    site.longitude(),
                                    site.timeZone(),
                                    site.currency(),
                                    site.checkInTime(),
                                    site.holdMinutes()));
            return true;
        });
        assertThat(server.as(Role.MANAGER, "stranger", there).post(path, null).status())
                .isEqualTo(404);
        Api manager = server.as(Role.MANAGER, "manager");
        assertThat(manager.post(path, null).status()).isEqualTo(204);
        long revision = revision(booking);
        String another = server.staff()
                .get("/api/v1/bookings/" + plant("Zgil").stay(room))
                .text("guestId");
        for (String pair : List.of(
                "{'goes': '" + guest + "', 'stays': '" + another + "'}",
                "{'goes': '" + another + "', 'stays': '" + guest + "'}")) {
            assertThat(server.staff().post("/api/v1/guests/merge", pair).status())
                    .isEqualTo(404);
        }
        assertThat(fay.columns())
                .contains("account.name", "login_session.client")
                .doesNotContain("booking.first_name", "booking.notes", "feed_change.body", "idempotency_key.answer");
        assertThat(manager.post(path, null).status()).isEqualTo(204);
        assertThat(revision(booking)).isEqualTo(revision);
        assertThat(broken()).isEmpty();
    }

    @Test
    void aRetryIsAnsweredWithoutThePersonAndDoesNothing() throws Exception {
        Planted gil = plant("Zgil");
        String booking = gil.visit(room, unit);
        leave();
        assertThat(erase(gil.again(), gil).status()).isEqualTo(204);
        long revision = revision(booking);
        Api.Reply again = gil.arrive(booking, unit);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().at("/userDetails/lastName").asText()).isEqualTo("\u2013");
        assertThat(gil.isIn(again.raw().body())).isFalse();
        assertThat(revision(booking)).isEqualTo(revision);
    }

    @Test
    void goesOnWhereItWasStopped() throws Exception {
        Planted hal = plant("Zhal");
        String booking = hal.stay(room);
        String body = database()
                .read(tx -> tx.find(
                        "select body from feed_change where record_id = ? limit 1", row -> row.text("body"), booking))
                .orElseThrow();
        leave();
        assertThat(erase(hal.again(), hal).status()).isEqualTo(204);
        // as it is after a stop between the two steps
        database().write(tx -> {
            tx.update("update feed_change set body = ? where record_id = ?", body, booking);
            return tx.update("insert into erasure (subject_id, erased_at) values (?, ?)", booking, clock.instant());
        });
        assertThat(hal.columns()).containsExactly("feed_change.body");
        Planted other = plant("Zivo");
        assertThat(erase(other.again(), other).status()).isEqualTo(204);
        assertThat(hal.columns()).isEmpty();
        assertThat(other.columns()).isEmpty();
    }
}
