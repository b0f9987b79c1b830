package dev.keyrack.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.device.DeviceChallenge;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.soak.MovableClock;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Kiosks that sign in by keys of their own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevicesIT {

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private TestServer server;

    @SuppressWarnings("NullAway.Init")
    DevicesIT() {}

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new TestServer(folder, clock);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /// A kiosk's program, as far as the server sees it.
    private record Kiosk(String id, KeyPair key) {

        String publicKey() {
            byte[] encoded = key.getPublic().getEncoded();
            return text(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        }

        String sign(String challenge) throws Exception {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(new DeviceChallenge(challenge).signedBy(new UserId(id)));
            return text(signature.sign());
        }

        private static String text(byte[] octets) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        }
    }

    private static KeyPair newKey() throws Exception {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private Api.Reply create(String name) throws Exception {
        Api.Reply made =
                server.staff().post("/api/v1/devices", "{'name': '" + name + "', 'siteId': '" + Sample.SITE + "'}");
        assertThat(made.status()).isEqualTo(201);
        return made;
    }

    private static String idOf(Api.Reply made) {
        return made.body().at("/device/userId").asText();
    }

    private Api.Reply enrol(String code, Kiosk kiosk) throws Exception {
        return server.api()
                .post("/api/v1/enrolments", "{'code': '" + code + "', 'publicKey': '" + kiosk.publicKey() + "'}");
    }

    private Kiosk enrolled(String name) throws Exception {
        Api.Reply made = create(name);
        Kiosk kiosk = new Kiosk(idOf(made), newKey());
        assertThat(enrol(made.text("code"), kiosk).status()).isEqualTo(200);
        return kiosk;
    }

    private Api.Reply ask(Kiosk kiosk) throws Exception {
        return server.api().post("/api/v1/device-challenges", "{'userId': '" + kiosk.id() + "'}");
    }

    private Api.Reply answer(Kiosk kiosk, String signature) throws Exception {
        return server.api()
                .post("/api/v1/device-sessions", "{'userId': '" + kiosk.id() + "', 'signature': '" + signature + "'}");
    }

    private Api.Reply signIn(Kiosk kiosk) throws Exception {
        Api.Reply asked = ask(kiosk);
        return asked.status() == 200 ? answer(kiosk, kiosk.sign(asked.text("challenge"))) : asked;
    }

    private Api.Reply change(Kiosk kiosk, String name, String status) throws Exception {
        return server.staff()
                .send("PUT", "/api/v1/devices/" + kiosk.id(), "{'name': '" + name + "', 'status': '" + status + "'}");
    }

    private static String feed(String part) {
        return "/api/v1/sync/snapshot/prop:" + Sample.SITE + ":" + part;
    }

    @Test
    void signsInByItsKeyAndNeverReadsTheBookings() throws Exception {
        Kiosk kiosk = enrolled("Lobby");
        Api.Reply in = signIn(kiosk);
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.text("role")).isEqualTo("kiosk");
        assertThat(in.text("siteId")).isEqualTo(Sample.SITE.value());
        Api lobby = server.api().as(in.text("accessToken"));
        assertThat(lobby.get(feed("avail")).status()).isEqualTo(200);
        assertThat(lobby.get(feed("ops")).status()).isEqualTo(403);
        assertThat(server.staff().get("/api/v1/devices").body())
                .filteredOn(device -> device.path("userId").asText().equals(kiosk.id()))
                .singleElement()
                .satisfies(device -> {
                    assertThat(device.path("name").asText()).isEqualTo("Lobby");
                    assertThat(device.path("status").asText()).isEqualTo("in_service");
                    assertThat(device.has("enrolledAt")).isTrue();
                    assertThat(device.has("lastContactAt")).isTrue();
                });
    }

    @Test
    void takesEachCodeOnceAndWithinAnHour() throws Exception {
        Api.Reply made = create("Once");
        Kiosk kiosk = new Kiosk(idOf(made), newKey());
        String code = made.text("code");
        assertThat(code).matches("[a-z0-9]{5}-[a-z0-9]{5}");
        assertThat(enrol("aaaaa-aaaaa", kiosk).text("type")).isEqualTo("/problems/invalid-code");
        assertThat(enrol(" " + code.toUpperCase(Locale.ROOT) + " ", kiosk).status())
                .isEqualTo(200);
        assertThat(enrol(code, kiosk).status()).as("its answer was lost").isEqualTo(200);
        assertThat(signIn(kiosk).status()).isEqualTo(200);
        assertThat(enrol(code, new Kiosk(kiosk.id(), newKey())).text("type")).isEqualTo("/problems/invalid-code");

        Api.Reply late = create("Late");
        clock.advance(Duration.ofMinutes(61));
        assertThat(enrol(late.text("code"), new Kiosk(idOf(late), newKey())).text("type"))
                .isEqualTo("/problems/invalid-code");
        Api.Reply again = server.staff().post("/api/v1/devices/" + idOf(late) + "/code", null);
        assertThat(again.status()).isEqualTo(201);
        assertThat(enrol(again.text("code"), new Kiosk(idOf(late), newKey())).status())
                .isEqualTo(200);
        String kept = server.server()
                .database()
                .<List<String>>read(tx -> tx.list("select * from device", row -> row.textOrNull("code_hash") + ""))
                .toString();
        assertThat(kept).doesNotContain(create("Open").text("code"));
    }

    @Test
    void takesOnlyTheOneAnswerToTheOneQuestion() throws Exception {
        Kiosk kiosk = enrolled("Door");
        Kiosk other = enrolled("Bar");
        String challenge = ask(kiosk).text("challenge");
        assertThat(answer(kiosk, new Kiosk(kiosk.id(), newKey()).sign(challenge))
                        .status())
                .as("another key")
                .isEqualTo(401);
        assertThat(answer(kiosk, kiosk.sign(challenge)).status())
                .as("asked once")
                .isEqualTo(401);
        String theirs = ask(other).text("challenge");
        ask(kiosk);
        assertThat(answer(kiosk, kiosk.sign(theirs)).status())
                .as("another's question")
                .isEqualTo(401);
        String old = ask(kiosk).text("challenge");
        clock.advance(Duration.ofSeconds(61));
        assertThat(answer(kiosk, kiosk.sign(old)).status())
                .as("an old question")
                .isEqualTo(401);
        String good = ask(kiosk).text("challenge");
        String signature = kiosk.sign(good);
        assertThat(answer(kiosk, signature).status()).isEqualTo(200);
        assertThat(answer(kiosk, signature).status()).as("played again").isEqualTo(401);
        assertThat(ask(new Kiosk("usr_nobody", newKey())).status()).isEqualTo(401);
    }

    @Test
    void aKeyThatIsNoneSignsNothing() throws Exception {
        Api.Reply made = create("Odd");
        Kiosk kiosk = new Kiosk(idOf(made), newKey());
        String body = "{'code': '" + made.text("code") + "', 'publicKey': '" + "_".repeat(43) + "'}";
        assertThat(server.api().post("/api/v1/enrolments", body).status()).isEqualTo(200);
        assertThat(signIn(kiosk).status()).isEqualTo(401);
    }

    @Test
    void comesBackFromRetirementByTheSameKey() throws Exception {
        Kiosk kiosk = enrolled("Old");
        Api itself = server.api().as(signIn(kiosk).text("accessToken"));
        assertThat(change(kiosk, "Old one", "retired").text("name")).isEqualTo("Old one");
        clock.advance(Duration.ofSeconds(3));
        assertThat(itself.get(feed("avail")).status()).isEqualTo(401);
        assertThat(signIn(kiosk).text("type")).isEqualTo("/problems/device-retired");
        assertThat(server.staff()
                        .post("/api/v1/devices/" + kiosk.id() + "/code", null)
                        .text("type"))
                .isEqualTo("/problems/wrong-status");
        assertThat(change(kiosk, "Old one", "in_service").status()).isEqualTo(200);
        assertThat(signIn(kiosk).status()).isEqualTo(200);
    }

    @Test
    void neverTakesTheKeyOfALostOneAgain() throws Exception {
        Kiosk kiosk = enrolled("Stolen");
        Api.Reply session = signIn(kiosk);
        assertThat(change(kiosk, "Stolen", "lost").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(3));
        assertThat(server.api()
                        .as(session.text("accessToken"))
                        .get(feed("avail"))
                        .status())
                .isEqualTo(401);
        assertThat(server.api()
                        .post("/api/v1/sessions/refresh", "{'refreshToken': '" + session.text("refreshToken") + "'}")
                        .status())
                .isEqualTo(401);
        assertThat(signIn(kiosk).text("type")).isEqualTo("/problems/device-lost");
        assertThat(change(kiosk, "Found", "in_service").status()).isEqualTo(200);
        assertThat(signIn(kiosk).text("type")).isEqualTo("/problems/unauthenticated");
    }

    @Test
    void aNewKeyEndsWhatTheOldOneBegan() throws Exception {
        Kiosk before = enrolled("Twice");
        String token = signIn(before).text("accessToken");
        String code = server.staff()
                .post("/api/v1/devices/" + before.id() + "/code", null)
                .text("code");
        assertThat(signIn(before).status()).as("until the code is used").isEqualTo(200);
        Kiosk after = new Kiosk(before.id(), newKey());
        assertThat(enrol(code, after).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(3));
        assertThat(server.api().as(token).get(feed("avail")).status()).isEqualTo(401);
        assertThat(signIn(before).status()).isEqualTo(401);
        assertThat(signIn(after).status()).isEqualTo(200);
    }

    @Test
    void whoIsOfAnotherSiteFindsNoDevice() throws Exception {
        Kiosk kiosk = enrolled("Here");
        SiteId elsewhere = new SiteId("sit_elsewhere");
        addSite(elsewhere);
        Api there = server.as(Role.MANAGER, "manager-elsewhere", elsewhere);
        assertThat(there.get("/api/v1/devices").body()).isEmpty();
        String path = "/api/v1/devices/" + kiosk.id();
        assertThat(there.send("PUT", path, "{'name': 'Mine', 'status': 'lost'}").status())
                .isEqualTo(404);
        assertThat(there.post(path + "/code", null).status()).isEqualTo(404);
        assertThat(there.post("/api/v1/devices", "{'name': 'Mine', 'siteId': '" + Sample.SITE + "'}")
                        .status())
                .isEqualTo(404);
        assertThat(signIn(kiosk).status()).isEqualTo(200);
    }

    private void addSite(SiteId id) {
        Site site = Sample.site("America/New_York");
        server.server().database().write(tx -> {
            server.server()
                    .catalog()
                    .addSite(
                            tx,
                            new Site(
                                    id,
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
    }
}
