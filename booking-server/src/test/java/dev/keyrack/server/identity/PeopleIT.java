package dev.keyrack.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.soak.MovableClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What people and their administrators do with accounts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleIT {

    private static final String GOOD = "correct horse battery";
    private static final String BETTER = "drei blaue fahrraeder";

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private TestServer server;
    private Mailbox mails;

    @SuppressWarnings("NullAway.Init")
    PeopleIT() {}

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new TestServer(folder, clock);
        mails = new Mailbox(folder);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Api.Reply register(String email, String language) throws Exception {
        Api.Reply reply = server.api()
                .with("Accept-Language", language)
                .post(
                        "/api/v1/users",
                        "{'userDetails': {'firstName': 'Ann', 'lastName': 'Bell', 'email': '" + email
                                + "'}, 'password': '" + GOOD + "'}");
        assertThat(reply.status()).isEqualTo(201);
        return reply;
    }

    private Api as(Api.Reply tokens) {
        return server.api().as(tokens.text("accessToken"));
    }

    private Api.Reply signIn(String name, String password) throws Exception {
        return server.api().post("/api/v1/sessions", "{'name': '" + name + "', 'password': '" + password + "'}");
    }

    private Api.Reply signIn(String name, String password, String device) throws Exception {
        return server.api()
                .post(
                        "/api/v1/sessions",
                        "{'name': '" + name + "', 'password': '" + password + "', 'device': '" + device + "'}");
    }

    private Api.Reply setPassword(String code, String password) throws Exception {
        return server.api().post("/api/v1/passwords", "{'code': '" + code + "', 'password': '" + password + "'}");
    }

    private Api.Reply forget(String name) throws Exception {
        return server.api().post("/api/v1/passwords/forgotten", "{'name': '" + name + "'}");
    }

    @Test
    void confirmsAnAddressByTheCodeInItsMailbox() throws Exception {
        Api ann = as(register("ann@example.com", "de-CH,en;q=0.5"));
        assertThat(ann.get("/api/v1/users/me").body().path("emailConfirmed").asBoolean())
                .isFalse();
        Mailbox.Mail mail = mails.await("ann@example.com", 1).getFirst();
        assertThat(mail.subject()).isEqualTo("Bitte bestätigen Sie Ihre E-Mail-Adresse");
        String body = "{'code': '" + mail.code().toUpperCase(Locale.ROOT) + "'}";
        assertThat(server.api().post("/api/v1/addresses/confirmed", body).status())
                .isEqualTo(204);
        assertThat(ann.get("/api/v1/users/me").body().path("emailConfirmed").asBoolean())
                .isTrue();
        assertThat(server.api().post("/api/v1/addresses/confirmed", body).text("type"))
                .isEqualTo("/problems/invalid-code");
        String kept = server.server()
                .database()
                .<List<String>>read(tx -> tx.list("select payload from outbox", row -> row.text("payload")))
                .toString();
        assertThat(kept).doesNotContain(mail.code());
    }

    @Test
    void changesProfileAndPreferences() throws Exception {
        Api bob = as(register("bob@example.com", "en"));
        Api.Reply changed = bob.send(
                "PUT",
                "/api/v1/users/me",
                "{'firstName': 'Bob', 'lastName': 'Cole', 'phone': '+1 234', 'preferences': {'language': 'de',"
                        + " 'notices': false}}");
        assertThat(changed.status()).isEqualTo(200);
        Api.Reply me = bob.get("/api/v1/users/me");
        assertThat(me.body().at("/userDetails/firstName").asText()).isEqualTo("Bob");
        assertThat(me.body().at("/preferences/language").asText()).isEqualTo("de");
        assertThat(me.body().at("/preferences/notices").asBoolean()).isFalse();
        assertThat(me.text("role")).isEqualTo("guest");
        assertThat(bob.send(
                                "PUT",
                                "/api/v1/users/me",
                                "{'firstName': 'Bob', 'lastName': 'Cole', 'role': 'provider_admin', 'preferences':"
                                        + " {'language': 'de', 'notices': false}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void changesThePasswordOfOneWhoKnowsIt() throws Exception {
        Api.Reply here = register("cleo@example.com", "en");
        Api.Reply elsewhere = signIn("cleo@example.com", GOOD);
        String path = "/api/v1/users/me/password";
        assertThat(as(here).send("PUT", path, "{'currentPassword': 'wrong', 'newPassword': '" + BETTER + "'}")
                        .status())
                .isEqualTo(401);
        assertThat(as(here).send("PUT", path, "{'currentPassword': '" + GOOD + "', 'newPassword': 'password123'}")
                        .text("type"))
                .isEqualTo("/problems/weak-password");
        assertThat(as(here).send("PUT", path, "{'currentPassword': '" + GOOD + "', 'newPassword': '" + BETTER + "'}")
                        .status())
                .isEqualTo(204);
        clock.advance(Duration.ofSeconds(2));
        assertThat(as(here).get("/api/v1/users/me").status()).isEqualTo(200);
        assertThat(as(elsewhere).get("/api/v1/users/me").status()).isEqualTo(401);
        assertThat(signIn("cleo@example.com", GOOD).status()).isEqualTo(401);
        assertThat(signIn("cleo@example.com", BETTER).status()).isEqualTo(200);
        assertThat(mails.await("cleo@example.com", 2))
                .extracting(Mailbox.Mail::subject)
                .contains("Your password was changed");
    }

    @Test
    void setsAForgottenPasswordByACodeThatIsGoodOnceAndNotForLong() throws Exception {
        Api.Reply before = register("dora@example.com", "en");
        Api.Reply known = forget("Dora@example.com");
        Api.Reply unknown = forget("nobody@example.com");
        assertThat(known.status()).isEqualTo(204);
        assertThat(unknown.status()).isEqualTo(204);
        assertThat(unknown.raw().body()).isEqualTo(known.raw().body());
        String code = codeFor("dora@example.com", 2, "Your code for a new password");
        assertThat(setPassword(code, "qwertyuiop").text("type")).isEqualTo("/problems/weak-password");
        clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(setPassword(code, BETTER).status()).isEqualTo(204);
        assertThat(setPassword(code, GOOD).text("type")).isEqualTo("/problems/invalid-code");
        assertThat(as(before).get("/api/v1/users/me").status()).isEqualTo(401);
        assertThat(signIn("dora@example.com", BETTER).status()).isEqualTo(200);

        forget("dora@example.com");
        String late = codeFor("dora@example.com", 4, "Your code for a new password");
        clock.advance(Duration.ofMinutes(30));
        assertThat(setPassword(late, GOOD).text("type")).isEqualTo("/problems/invalid-code");
        assertThat(mails.read("nobody@example.com")).isEmpty();
    }

    private String codeFor(String to, int count, String subject) {
        return mails.await(to, count).stream()
                .filter(mail -> mail.subject().equals(subject))
                .toList()
                .getLast()
                .code();
    }

    @Test
    void refusesAPasswordThatManyHave() throws Exception {
        Api.Reply reply = server.api()
                .post(
                        "/api/v1/users",
                        "{'userDetails': {'firstName': 'Ann', 'lastName': 'Bell', 'email': 'eve@example.com'},"
                                + " 'password': 'Password123'}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("type")).isEqualTo("/problems/weak-password");
    }

    @Test
    void letsNobodyGuessForLongAndKeepsNobodyOut() throws Exception {
        String device = "the laptop that frieda always uses";
        register("frieda@example.com", "en");
        register("gus@example.com", "en");
        assertThat(signIn("frieda@example.com", GOOD, device).status()).isEqualTo(200);
        for (int i = 0; i < 10; i++) {
            assertThat(signIn("frieda@example.com", "guess " + i).status()).isEqualTo(401);
        }
        assertThat(signIn("frieda@example.com", GOOD).status()).isEqualTo(429);
        assertThat(signIn("frieda@example.com", GOOD, "a device that nobody ever saw")
                        .status())
                .isEqualTo(429);
        assertThat(signIn("frieda@example.com", GOOD, device).status()).isEqualTo(200);
        assertThat(signIn("gus@example.com", GOOD).status()).isEqualTo(200);
        for (int i = 0; i < 10; i++) {
            assertThat(signIn("nobody@example.com", "guess " + i).status()).isEqualTo(401);
        }
        assertThat(signIn("nobody@example.com", GOOD).status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(1));
        assertThat(signIn("frieda@example.com", GOOD).status()).isEqualTo(200);
    }

    private static String invitation(String email, String role, String site) {
        return "{'userDetails': {'firstName': 'Hans', 'lastName': 'Meier', 'email': '" + email + "'}, 'role': '" + role
                + "', " + site + "'language': 'de'}";
    }

    private static String at(Object site) {
        return "'siteId': '" + site + "', ";
    }

    @Test
    void invitesStaffByMail() throws Exception {
        Api admin = server.staff();
        Api.Reply made = admin.post("/api/v1/staff", invitation("hans@example.com", "front_desk", at(Sample.SITE)));
        assertThat(made.status()).isEqualTo(201);
        Mailbox.Mail mail = mails.await("hans@example.com", 1).getFirst();
        assertThat(mail.subject()).isEqualTo("Einladung zur Arbeit mit Keyrack");
        assertThat(mail.text()).contains("Guten Tag Hans Meier");
        assertThat(setPassword(mail.code(), GOOD).status()).isEqualTo(204);
        Api.Reply hans = signIn("hans@example.com", GOOD);
        assertThat(hans.text("role")).isEqualTo("front_desk");
        assertThat(hans.text("siteId")).isEqualTo(Sample.SITE.value());
        assertThat(admin.get("/api/v1/staff").body().findValuesAsText("name")).contains("hans@example.com");
        assertThat(as(hans).get("/api/v1/staff").status()).isEqualTo(403);

        String person = "/api/v1/staff/" + made.text("userId");
        assertThat(admin.send("PUT", person, "{'role': 'manager', " + at(Sample.SITE) + "'active': true}")
                        .text("role"))
                .isEqualTo("manager");
        clock.advance(Duration.ofSeconds(2));
        assertThat(as(hans).get("/api/v1/users/me").status()).isEqualTo(401);
        assertThat(signIn("hans@example.com", GOOD).text("role")).isEqualTo("manager");
        admin.send("PUT", person, "{'role': 'manager', " + at(Sample.SITE) + "'active': false}");
        assertThat(signIn("hans@example.com", GOOD).status()).isEqualTo(401);
        assertThat(forget("hans@example.com").status()).isEqualTo(204);
    }

    @Test
    void letsManagersGiveNoMoreThanTheyHave() throws Exception {
        Api manager = server.as(Role.MANAGER, "boss@grand");
        assertThat(manager.post("/api/v1/staff", invitation("i1@example.com", "provider_admin", at(Sample.SITE)))
                        .status())
                .isEqualTo(403);
        assertThat(manager.post("/api/v1/staff", invitation("i2@example.com", "front_desk", ""))
                        .status())
                .isEqualTo(403);
        assertThat(manager.post("/api/v1/staff", invitation("i3@example.com", "front_desk", at("sit_other")))
                        .status())
                .isEqualTo(403);
        assertThat(manager.post("/api/v1/staff", invitation("i4@example.com", "kiosk", at(Sample.SITE)))
                        .status())
                .isEqualTo(400);
        assertThat(manager.post("/api/v1/staff", invitation("i5@example.com", "front_desk", at(Sample.SITE)))
                        .status())
                .isEqualTo(201);
        String admin = server.staff().get("/api/v1/users/me").text("userId");
        assertThat(manager.send(
                                "PUT",
                                "/api/v1/staff/" + admin,
                                "{'role': 'front_desk', " + at(Sample.SITE) + "'active': false}")
                        .status())
                .isEqualTo(404);
        String self = manager.get("/api/v1/users/me").text("userId");
        assertThat(manager.send(
                                "PUT",
                                "/api/v1/staff/" + self,
                                "{'role': 'manager', " + at(Sample.SITE) + "'active': true}")
                        .status())
                .isEqualTo(403);
        assertThat(manager.get("/api/v1/staff").body().findValuesAsText("name")).doesNotContain("admin@localhost");
    }

    @Test
    void asksForAFreshProofBeforeRightsAreGiven() throws Exception {
        Api.Reply tokens =
                signIn(server.administrator().name(), server.administrator().password());
        clock.advance(Duration.ofMinutes(11));
        Api.Reply renewed = server.api()
                .post("/api/v1/sessions/refresh", "{'refreshToken': '" + tokens.text("refreshToken") + "'}");
        String wanted = invitation("ida@example.com", "front_desk", at(Sample.SITE));
        Api.Reply refused = as(renewed).post("/api/v1/staff", wanted);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("type")).isEqualTo("/problems/sign-in-too-old");
        assertThat(refused.raw().headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("insufficient_user_authentication");
        assertThat(as(renewed)
                        .post("/api/v1/sessions/current/proof", "{'password': 'wrong'}")
                        .status())
                .isEqualTo(401);
        Api.Reply proved = as(renewed)
                .post(
                        "/api/v1/sessions/current/proof",
                        "{'password': '" + server.administrator().password() + "'}");
        assertThat(proved.body().has("refreshToken")).isFalse();
        assertThat(as(proved).post("/api/v1/staff", wanted).status()).isEqualTo(201);
    }
}
