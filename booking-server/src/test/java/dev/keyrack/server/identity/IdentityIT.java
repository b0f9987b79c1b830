package dev.keyrack.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityIT {

    private static final UserDetails ANN = new UserDetails("Ann", "Bell", null, null);

    private TestServer server;

    @SuppressWarnings("NullAway.Init")
    IdentityIT() {}

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new TestServer(folder);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String registration(String email) {
        return "{'userDetails': {'firstName': 'John', 'lastName': 'Doe', 'email': '" + email
                + "', 'phone': '+1234567890'}, 'password': 'correct horse battery'}";
    }

    @Test
    void registersAndSignsIn() throws Exception {
        Api.Reply registered = server.api().post("/api/v1/users", registration("John@example.com"));
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.text("role")).isEqualTo("guest");
        assertThat(registered.text("tokenType")).isEqualTo("Bearer");
        assertThat(registered.body().path("expiresIn").asInt()).isEqualTo(300);
        Api.Reply signedIn = server.api()
                .post("/api/v1/sessions", "{'name': 'john@EXAMPLE.com', 'password': 'correct horse battery'}");
        assertThat(signedIn.text("userId")).isEqualTo(registered.text("userId"));
        Api.Reply me = server.api().as(signedIn.text("accessToken")).get("/api/v1/users/me");
        assertThat(me.body().at("/userDetails/email").asText()).isEqualTo("john@example.com");
        assertThat(me.body().at("/userDetails/phone").asText()).isEqualTo("+1234567890");
    }

    @Test
    void refusesSecondAccountOfTheSameName() throws Exception {
        assertThat(server.api()
                        .post("/api/v1/users", registration("twice@example.com"))
                        .status())
                .isEqualTo(201);
        Api.Reply second = server.api().post("/api/v1/users", registration("Twice@example.com"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("type")).isEqualTo("/problems/already-exists");
    }

    @Test
    void saysTheSameToUnknownNameAndWrongPassword() throws Exception {
        Api.Reply unknown = server.api().post("/api/v1/sessions", "{'name': 'nobody', 'password': 'x'}");
        Api.Reply wrong = server.api().post("/api/v1/sessions", "{'name': 'admin@localhost', 'password': 'x'}");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.raw().body()).isEqualTo(wrong.raw().body());
    }

    @Test
    void refusesWeakPasswordAndMissingEmail() throws Exception {
        assertThat(server.api()
                        .post("/api/v1/users", registration("a@b").replace("correct horse battery", "short"))
                        .status())
                .isEqualTo(400);
        assertThat(server.api()
                        .post("/api/v1/users", registration("a@b").replace("'email': 'a@b',", ""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void makesStaffWithRandomPassword() throws Exception {
        IdentityService identity = server.server().identity();
        SignIn made = identity.createAccount(Caller.SYSTEM, new NewAccount("Desk@grand", Role.FRONT_DESK, null, ANN));
        Api.Reply signedIn =
                server.api().post("/api/v1/sessions", "{'name': 'Desk@grand', 'password': '" + made.password() + "'}");
        assertThat(signedIn.text("role")).isEqualTo("front_desk");
        assertThatThrownBy(() -> identity.createAccount(
                        Caller.SYSTEM, new NewAccount("other@grand", Role.FRONT_DESK, new SiteId("sit_nowhere"), ANN)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void makesFirstAdministratorOnce() throws Exception {
        assertThat(server.server().identity().createTrialAdministrator()).isEmpty();
        assertThat(server.staff().get("/api/v1/users/me").status()).isEqualTo(200);
        assertThat(server.api().get("/api/v1/users/me").status()).isEqualTo(401);
    }
}
