package dev.keyrack.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.ServerConfig;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.identity.NewAccount;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestDatabase;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.soak.MovableClock;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsIT {

    private static final String DEVICE = "one of the desks in the lobby";

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private Path folder;
    private TestServer server;
    private SignIn account;

    @SuppressWarnings("NullAway.Init")
    SessionsIT() {}

    @BeforeAll
    void start(@TempDir Path itsFolder) {
        folder = itsFolder;
        server = new TestServer(folder, clock);
        account = server.server()
                .identity()
                .createAccount(
                        Caller.SYSTEM,
                        new NewAccount(
                                "desk@grand",
                                Role.FRONT_DESK,
                                Sample.SITE,
                                new UserDetails("Ann", "Bell", null, null)));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Api.Reply signIn() throws Exception {
        Api.Reply reply = server.api()
                .post(
                        "/api/v1/sessions",
                        "{'name': '" + account.name() + "', 'password': '" + account.password() + "', 'device': '"
                                + DEVICE + "'}");
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    private Api.Reply refresh(String token) throws Exception {
        return refresh(token, DEVICE);
    }

    private Api.Reply refresh(String token, String device) throws Exception {
        return server.api()
                .post("/api/v1/sessions/refresh", "{'refreshToken': '" + token + "', 'device': '" + device + "'}");
    }

    private int me(Api.Reply tokens) throws Exception {
        return server.api()
                .as(tokens.text("accessToken"))
                .get("/api/v1/users/me")
                .status();
    }

    @Test
    void goesOnForDaysButNotForEver() throws Exception {
        Api.Reply tokens = signIn();
        Duration past = Duration.ZERO;
        while (past.compareTo(StoredSession.ABSOLUTE) < 0) {
            Duration pause = StoredSession.IDLE.minusHours(1);
            clock.advance(pause);
            past = past.plus(pause);
            assertThat(me(tokens)).isEqualTo(401);
            Api.Reply next = refresh(tokens.text("refreshToken"));
            assertThat(next.status()).isEqualTo(past.compareTo(StoredSession.ABSOLUTE) < 0 ? 200 : 401);
            if (next.status() == 200) {
                assertThat(me(next)).isEqualTo(200);
                assertThat(next.text("refreshToken")).isNotEqualTo(tokens.text("refreshToken"));
                tokens = next;
            }
        }
    }

    @Test
    void endsForWhoStaysAway() throws Exception {
        Api.Reply tokens = signIn();
        clock.advance(StoredSession.IDLE);
        assertThat(refresh(tokens.text("refreshToken")).status()).isEqualTo(401);
    }

    @Test
    void givesALostAnswerAgain() throws Exception {
        String first = signIn().text("refreshToken");
        Api.Reply lost = refresh(first);
        clock.advance(StoredSession.REPEAT);
        Api.Reply again = refresh(first);
        assertThat(again.text("refreshToken")).isEqualTo(lost.text("refreshToken"));
        assertThat(refresh(again.text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void endsTheWholeSessionWhenAnOldTokenComesBack() throws Exception {
        String stolen = signIn().text("refreshToken");
        Api.Reply honest = refresh(stolen);
        clock.advance(StoredSession.REPEAT.plusSeconds(1));
        assertThat(me(honest)).isEqualTo(200);
        assertThat(refresh(stolen).status()).isEqualTo(401);
        assertThat(refresh(honest.text("refreshToken")).status()).isEqualTo(401);
        assertThat(me(honest)).isEqualTo(401);
    }

    @Test
    void endsTheWholeSessionWhenAnotherDeviceRepeats() throws Exception {
        String stolen = signIn().text("refreshToken");
        Api.Reply honest = refresh(stolen);
        assertThat(refresh(stolen, "some other device of a thief").status()).isEqualTo(401);
        assertThat(me(honest)).isEqualTo(401);
    }

    @Test
    void endsTheWholeSessionWhenATokenOfTwoStepsAgoComesBack() throws Exception {
        String first = signIn().text("refreshToken");
        Api.Reply last = refresh(refresh(first).text("refreshToken"));
        assertThat(refresh(first).status()).isEqualTo(401);
        assertThat(me(last)).isEqualTo(401);
    }

    @Test
    void givesAllWhoRaceTheSameSuccessor() throws Exception {
        String token = signIn().text("refreshToken");
        try (ExecutorService racers = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 10; round++) {
                token = race(racers, token);
            }
        }
    }

    private String race(ExecutorService racers, String token) throws Exception {
        CyclicBarrier start = new CyclicBarrier(8);
        List<Callable<Api.Reply>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(() -> {
                start.await();
                return refresh(token);
            });
        }
        List<Api.Reply> replies = new ArrayList<>();
        for (Future<Api.Reply> one : racers.invokeAll(all)) {
            replies.add(one.get());
        }
        assertThat(replies).allMatch(reply -> reply.status() == 200);
        Set<String> successors =
                replies.stream().map(reply -> reply.text("refreshToken")).collect(Collectors.toSet());
        assertThat(successors).hasSize(1);
        return successors.iterator().next();
    }

    @Test
    void refusesWhatIsNoRefreshToken() throws Exception {
        Api.Reply tokens = signIn();
        String good = tokens.text("refreshToken");
        for (String token : List.of(
                "",
                "x",
                good + "x",
                good.substring(1),
                good.replace("ses_", "usr_"),
                "ses_1." + good.substring(good.indexOf('.') + 1),
                tokens.text("accessToken"))) {
            assertThat(refresh(token).status()).as(token).isEqualTo(401);
        }
        assertThat(server.api().post("/api/v1/sessions/refresh", "{}").status()).isEqualTo(400);
        assertThat(refresh(good).status()).isEqualTo(200);
        String kept = server.server()
                .database()
                .<List<String>>read(tx -> tx.list(
                        "select * from login_session",
                        row -> row.text("refresh_hash") + row.textOrNull("previous_hash") + row.textOrNull("sealed")))
                .toString();
        assertThat(kept).doesNotContain(good.substring(good.indexOf('.') + 1));
    }

    @Test
    void listsSessionsAndEndsThem() throws Exception {
        Api.Reply one = signIn();
        Api.Reply two = signIn();
        Api first = server.api().as(one.text("accessToken"));
        Api.Reply list = first.get("/api/v1/users/me/sessions");
        assertThat(list.body()).hasSizeGreaterThanOrEqualTo(2);
        List<String> others = new ArrayList<>();
        list.body().forEach(each -> {
            if (!each.path("current").asBoolean()) {
                others.add(each.path("sessionId").asText());
            }
        });
        assertThat(others).hasSize(list.body().size() - 1);
        for (String other : others) {
            assertThat(first.send("DELETE", "/api/v1/users/me/sessions/" + other, null)
                            .status())
                    .isEqualTo(204);
        }
        assertThat(me(two)).isEqualTo(401);
        assertThat(refresh(two.text("refreshToken")).status()).isEqualTo(401);
        assertThat(first.send("DELETE", "/api/v1/users/me/sessions/" + others.getFirst(), null)
                        .status())
                .isEqualTo(404);
        assertThat(first.send("DELETE", "/api/v1/sessions/current", null).status())
                .isEqualTo(204);
        assertThat(me(one)).isEqualTo(401);
    }

    @Test
    void letsNobodyEndSomebodyElsesSession() throws Exception {
        Api.Reply victim = signIn();
        String session = server.api()
                .as(victim.text("accessToken"))
                .get("/api/v1/users/me/sessions")
                .body()
                .path(0)
                .path("sessionId")
                .asText();
        assertThat(server.staff()
                        .send("DELETE", "/api/v1/users/me/sessions/" + session, null)
                        .status())
                .isEqualTo(404);
        assertThat(me(victim)).isEqualTo(200);
    }

    @Test
    void endsOpenStreams() throws Exception {
        Api.Reply tokens = signIn();
        HttpRequest request = HttpRequest.newBuilder(server.server().uri().resolve("/api/v1/sync/poke"))
                .header("Authorization", "Bearer " + tokens.text("accessToken"))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        try (ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor()) {
            BufferedReader stream = new BufferedReader(new InputStreamReader(
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                            .body(),
                    StandardCharsets.UTF_8));
            assertThat(stream.readLine()).isEqualTo(": welcome");
            Future<Long> end = reading.submit(() -> stream.lines().count());
            server.api().as(tokens.text("accessToken")).send("DELETE", "/api/v1/sessions/current", null);
            try {
                await().atMost(Duration.ofSeconds(20)).until(end::isDone);
            } finally {
                client.shutdownNow();
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "test.database", matches = "postgresql")
    void endsOnEveryNode() throws Exception {
        try (ServerAssembly second =
                new ServerAssembly(ServerConfig.onLoopback(folder, 0, clock).on(TestDatabase.url(folder)))) {
            second.start();
            Api.Reply tokens = signIn();
            URI elsewhere = second.uri();
            Api there = new Api(elsewhere).as(tokens.text("accessToken"));
            clock.advance(Duration.ofSeconds(1));
            assertThat(there.get("/api/v1/users/me").status()).isEqualTo(200);
            server.api().as(tokens.text("accessToken")).send("DELETE", "/api/v1/sessions/current", null);
            clock.advance(Duration.ofSeconds(2));
            assertThat(there.get("/api/v1/users/me").status()).isEqualTo(401);
        }
    }
}
