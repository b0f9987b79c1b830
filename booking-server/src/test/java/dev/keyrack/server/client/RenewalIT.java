package dev.keyrack.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.session.SignInOutcome;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.soak.MovableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real client renews its tokens by itself.
class RenewalIT {

    private static final int CALLERS = 8;

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private TestServer server;
    private ClientRuntime desk;

    @SuppressWarnings("NullAway.Init")
    RenewalIT() {}

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        server = new TestServer(Files.createDirectory(folder.resolve("server")), clock);
        desk = new ClientRuntime(
                LaunchOptions.of(List.of("--server=" + server.server().uri(), "--folder=" + folder.resolve("desk"))),
                Clock.systemUTC());
        assertThat(desk.signIn(server.administrator())).isInstanceOf(SignInOutcome.Online.class);
    }

    @AfterEach
    void close() {
        desk.stop();
        server.close();
    }

    private ApiOutcome<List<Site>> ask() {
        return desk.api().catalog().listSites();
    }

    private long countRotations() {
        return server.server()
                .database()
                .<Integer>read(tx -> tx.list("select id from login_session where rotated_at = used_at", row -> 1)
                        .size());
    }

    @Test
    void worksForDaysHoweverManyCallAtOnce() throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int day = 1; day < 8; day++) {
                clock.advance(Duration.ofDays(1));
                CyclicBarrier start = new CyclicBarrier(CALLERS);
                List<Callable<ApiOutcome<List<Site>>>> calls = new ArrayList<>();
                for (int i = 0; i < CALLERS; i++) {
                    calls.add(() -> {
                        start.await();
                        return ask();
                    });
                }
                for (Future<ApiOutcome<List<Site>>> call : callers.invokeAll(calls)) {
                    assertThat(call.get()).isInstanceOf(ApiOutcome.Answered.class);
                }
            }
        }
        assertThat(countRotations()).isEqualTo(1);
    }

    @Test
    void staysOutOnceItsSessionWasEnded() throws Exception {
        assertThat(ask()).isInstanceOf(ApiOutcome.Answered.class);
        server.server().database().write(tx -> tx.update("update login_session set ended_at = ?", clock.instant()));
        clock.advance(Duration.ofMinutes(5));
        if (!(ask() instanceof ApiOutcome.Refused<List<Site>>(Problem problem))) {
            throw new AssertionError("the desk came in again by itself");
        }
        assertThat(problem.type()).isEqualTo(ProblemType.UNAUTHENTICATED);
        assertThat(desk.signIn(new SignIn(server.administrator().name(), "wrong")))
                .isInstanceOf(SignInOutcome.Refused.class);
        assertThat(desk.signIn(server.administrator())).isInstanceOf(SignInOutcome.Online.class);
        assertThat(ask()).isInstanceOf(ApiOutcome.Answered.class);
    }

    @Test
    void signsOutAtTheServerToo() {
        desk.signOut();
        Awaitility.await()
                .until(() -> server.server()
                        .database()
                        .<Boolean>read(
                                tx -> tx.find("select 1 from login_session where ended_at is not null", row -> true)
                                        .isPresent()));
        assertThat(desk.api().token()).isEmpty();
    }
}
