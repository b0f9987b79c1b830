package dev.keyrack.server.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.ServerConfig;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.identity.Mailbox;
import dev.keyrack.server.identity.NewAccount;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestDatabase;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.soak.MovableClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondFactorIT {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String FACTOR = "/api/v1/users/me/second-factor";

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private Path folder;
    private TestServer server;

    @SuppressWarnings("NullAway.Init")
    SecondFactorIT() {}

    @BeforeAll
    void start(@TempDir Path itsFolder) {
        folder = itsFolder;
        server = new TestServer(folder, clock);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /// Somebody with a second factor.
    private record Person(SignIn account, Authenticator authenticator, List<String> recovery) {}

    private Person enrol(String name) throws Exception {
        SignIn account = server.server()
                .identity()
                .createAccount(
                        Caller.SYSTEM,
                        new NewAccount(name, Role.MANAGER, Sample.SITE, new UserDetails("Ann", "Bell", null, null)));
        Api api = as(signIn(server.api(), account, null));
        Api.Reply key = api.post(FACTOR, null);
        assertThat(key.text("uri"))
                .isEqualTo("otpauth://totp/Keyrack:" + name.replace("@", "%40") + "?secret=" + key.text("secret")
                        + "&issuer=Keyrack");
        Authenticator authenticator = new Authenticator(key.text("secret"), clock);
        assertThat(signIn(server.api(), account, null).status()).isEqualTo(200);
        Api.Reply on = api.send("PUT", FACTOR, "{'code': '" + authenticator.code() + "'}");
        assertThat(on.status()).isEqualTo(200);
        List<String> recovery = new ArrayList<>();
        on.body().path("codes").forEach(code -> recovery.add(code.asText()));
        assertThat(recovery).hasSize(10);
        return new Person(account, authenticator, recovery);
    }

    private static Api.Reply signIn(Api api, SignIn account, @Nullable String code) throws Exception {
        String third = code == null ? "" : ", 'code': '" + code + "'";
        return api.post(
                "/api/v1/sessions",
                "{'name': '" + account.name() + "', 'password': '" + account.password() + "'" + third + "}");
    }

    private Api as(Api.Reply tokens) {
        return server.api().as(tokens.text("accessToken"));
    }

    @Test
    void asksForACodeAndTakesEachOnce() throws Exception {
        Person ann = enrol("ann@grand");
        Api.Reply asked = signIn(server.api(), ann.account(), null);
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.text("type")).isEqualTo("/problems/second-factor-required");
        String enrolled = ann.authenticator().code();
        assertThat(signIn(server.api(), ann.account(), enrolled).text("type")).isEqualTo("/problems/unauthenticated");
        clock.advance(STEP);
        String code = ann.authenticator().code();
        Api.Reply in = signIn(server.api(), ann.account(), code);
        assertThat(in.status()).isEqualTo(200);
        assertThat(as(in).get("/api/v1/users/me").body().path("secondFactor").asBoolean())
                .isTrue();
        assertThat(signIn(server.api(), ann.account(), code).status()).isEqualTo(401);
        assertThat(as(in).post(
                                "/api/v1/sessions/current/proof",
                                "{'password': '" + ann.account().password() + "'}")
                        .text("type"))
                .isEqualTo("/problems/second-factor-required");
        clock.advance(STEP);
        assertThat(as(in).post(
                                "/api/v1/sessions/current/proof",
                                "{'password': '"
                                        + ann.account().password() + "', 'code': '"
                                        + ann.authenticator().code() + "'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tellsNothingOfTheSecondFactorToOneWithoutThePassword() throws Exception {
        Person ben = enrol("ben@grand");
        Api.Reply wrong = signIn(server.api(), new SignIn(ben.account().name(), "wrong"), null);
        assertThat(wrong.text("type")).isEqualTo("/problems/unauthenticated");
    }

    @Test
    void takesARecoveryCodeOnceInstead() throws Exception {
        Person cleo = enrol("cleo@grand");
        String code = cleo.recovery().get(3);
        assertThat(signIn(server.api(), cleo.account(), code).status()).isEqualTo(200);
        assertThat(signIn(server.api(), cleo.account(), code).status()).isEqualTo(401);
        assertThat(signIn(server.api(), cleo.account(), cleo.recovery().get(4)).status())
                .isEqualTo(200);
        Person other = enrol("dora@grand");
        assertThat(signIn(server.api(), other.account(), cleo.recovery().get(5)).status())
                .isEqualTo(401);
        String kept = server.server()
                .database()
                .<List<String>>read(tx -> tx.list("select hash from recovery_code", row -> row.text("hash")))
                .toString();
        assertThat(kept).doesNotContain(cleo.recovery().get(5));
    }

    @Test
    void isSetUpAndRemovedByAFreshProofAlone() throws Exception {
        Person eve = enrol("eve@grand");
        clock.advance(STEP);
        Api.Reply tokens =
                signIn(server.api(), eve.account(), eve.authenticator().code());
        assertThat(as(tokens).post(FACTOR, null).text("type")).isEqualTo("/problems/already-exists");
        clock.advance(Duration.ofMinutes(11));
        Api.Reply later = server.api()
                .post("/api/v1/sessions/refresh", "{'refreshToken': '" + tokens.text("refreshToken") + "'}");
        assertThat(as(later).send("DELETE", FACTOR, null).text("type")).isEqualTo("/problems/sign-in-too-old");
        assertThat(as(later).post(FACTOR, null).text("type")).isEqualTo("/problems/sign-in-too-old");
        Api.Reply proved = as(later)
                .post(
                        "/api/v1/sessions/current/proof",
                        "{'password': '" + eve.account().password() + "', 'code': '"
                                + eve.authenticator().code() + "'}");
        assertThat(as(proved).send("DELETE", FACTOR, null).status()).isEqualTo(204);
        assertThat(signIn(server.api(), eve.account(), null).status()).isEqualTo(200);
    }

    @Test
    void limitsTheGuessingOfCodes() throws Exception {
        Person fred = enrol("fred@grand");
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(server.api(), fred.account(), "00000" + i).status())
                    .isEqualTo(401);
        }
        clock.advance(STEP);
        assertThat(signIn(server.api(), fred.account(), fred.authenticator().code())
                        .status())
                .isEqualTo(429);
        clock.advance(STEP);
        assertThat(signIn(server.api(), fred.account(), fred.authenticator().code())
                        .status())
                .isEqualTo(200);
    }

    @Test
    @EnabledIfSystemProperty(named = "test.database", matches = "postgresql")
    void takesACodeOnOneNodeOnly() throws Exception {
        Person gina = enrol("gina@grand");
        try (ServerAssembly second = new ServerAssembly(
                        ServerConfig.onLoopback(folder, 0, clock).on(TestDatabase.url(folder)));
                ExecutorService both = Executors.newFixedThreadPool(2)) {
            second.start();
            for (int round = 0; round < 5; round++) {
                clock.advance(STEP);
                String code = gina.authenticator().code();
                List<Callable<Integer>> calls = List.of(
                        () -> signIn(server.api(), gina.account(), code).status(),
                        () -> signIn(new Api(second.uri()), gina.account(), code)
                                .status());
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> call : both.invokeAll(calls)) {
                    answers.add(call.get());
                }
                assertThat(answers).containsExactlyInAnyOrder(200, 401);
            }
        }
    }

    @Test
    void isNotSkippedByANewPassword() throws Exception {
        JsonNode guest = server.api()
                .post(
                        "/api/v1/users",
                        "{'userDetails': {'firstName': 'Hal', 'lastName': 'Ray', 'email': 'hal@example.com'},"
                                + " 'password': 'correct horse battery'}")
                .body();
        Api hal = server.api().as(guest.path("accessToken").asText());
        Authenticator authenticator = new Authenticator(hal.post(FACTOR, null).text("secret"), clock);
        hal.send("PUT", FACTOR, "{'code': '" + authenticator.code() + "'}");
        server.api().post("/api/v1/passwords/forgotten", "{'name': 'hal@example.com'}");
        String code = new Mailbox(folder)
                .await("hal@example.com", 3).stream()
                        .filter(mail -> mail.subject().equals("Your code for a new password"))
                        .toList()
                        .getLast()
                        .code();
        assertThat(server.api()
                        .post("/api/v1/passwords", "{'code': '" + code + "', 'password': 'drei blaue fahrraeder'}")
                        .status())
                .isEqualTo(204);
        assertThat(signIn(server.api(), new SignIn("hal@example.com", "drei blaue fahrraeder"), null)
                        .text("type"))
                .isEqualTo("/problems/second-factor-required");
    }
}
