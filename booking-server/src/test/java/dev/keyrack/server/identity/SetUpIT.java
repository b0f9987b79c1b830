package dev.keyrack.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.ServerConfig;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.TestDatabase;
import dev.keyrack.server.soak.MovableClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new site has no account, and no password that anybody could know.
class SetUpIT {

    private final MovableClock clock = new MovableClock(Clock.systemUTC().instant());
    private ServerAssembly server;

    @SuppressWarnings("NullAway.Init")
    SetUpIT() {}

    @BeforeEach
    void start(@TempDir Path folder) {
        server = new ServerAssembly(ServerConfig.onLoopback(folder, 0, clock).on(TestDatabase.url(folder)));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Api.Reply setUp(String code, String password) throws Exception {
        return new Api(server.uri())
                .post(
                        "/api/v1/setup",
                        "{'code': '" + code + "', 'administrator': {'userDetails': {'firstName': 'Ada', 'lastName':"
                                + " 'Boss', 'email': 'ada@example.com'}, 'password': '" + password + "'}}");
    }

    @Test
    void makesTheFirstAdministratorByTheCodeOnce() throws Exception {
        assertThat(server.database()
                        .<Integer>read(tx ->
                                tx.list("select id from account", row -> 1).size()))
                .isZero();
        String code = server.identity().createSetUpCode().orElseThrow();
        String other = server.identity().createSetUpCode().orElseThrow();
        assertThat(setUp("wrong", "correct horse battery").text("type")).isEqualTo("/problems/invalid-code");
        assertThat(setUp(code, "administrator").text("type")).isEqualTo("/problems/weak-password");
        new Api(server.uri())
                .post(
                        "/api/v1/users",
                        "{'userDetails': {'firstName': 'Quick', 'lastName': 'Guest', 'email': 'quick@example.com'},"
                                + " 'password': 'correct horse battery'}");
        Api.Reply made = setUp(code, "correct horse battery");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("role")).isEqualTo("provider_admin");
        assertThat(setUp(other, "correct horse battery").text("type")).isEqualTo("/problems/invalid-code");
        assertThat(server.identity().createSetUpCode()).isEmpty();
    }

    @Test
    void forgetsTheCodeAfterADay() throws Exception {
        String code = server.identity().createSetUpCode().orElseThrow();
        clock.advance(Duration.ofDays(1));
        assertThat(setUp(code, "correct horse battery").text("type")).isEqualTo("/problems/invalid-code");
    }
}
