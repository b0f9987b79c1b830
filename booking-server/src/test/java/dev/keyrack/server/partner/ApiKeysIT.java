package dev.keyrack.server.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.soak.MovableClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiKeysIT {

    private static final SiteId THERE = new SiteId("sit_there");

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private TestServer server;
    private ResourceId here;
    private ResourceId there;

    @SuppressWarnings("NullAway.Init")
    ApiKeysIT() {}

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new TestServer(folder, clock);
        here = server.add(Sample.nights(50));
        there = ResourceId.random();
        Site site = Sample.site("America/New_York");
        server.server().database().write(tx -> {
            Site second = new Site(
                    THERE,
                    site.name(),
                    site.location(),
                    site.latitude(),
                    site.longitude(),
                    site.timeZone(),
                    site.currency(),
                    site.checkInTime(),
                    site.holdMinutes());
            server.server().catalog().addSite(tx, second);
            return server.server().catalog().addResource(tx, there, THERE, Sample.nights(50));
        });
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private record Key(String id, String secret) {

        ClientAuthentication basic() {
            return new ClientSecretBasic(new ClientID(id), new Secret(secret));
        }

        ClientAuthentication post() {
            return new ClientSecretPost(new ClientID(id), new Secret(secret));
        }
    }

    private String wanted(String scopes, String site, Instant expires) {
        return "{'name': 'Channel', 'scopes': [" + scopes + "]" + (site.isEmpty() ? "" : ", 'siteId': '" + site + "'")
                + ", 'expiresAt': '" + expires + "'}";
    }

    private Key create(String scopes, String site, Duration life) throws Exception {
        Api.Reply made = server.staff()
                .post("/api/v1/api-keys", wanted(scopes, site, clock.instant().plus(life)));
        assertThat(made.status()).isEqualTo(201);
        return new Key(made.body().at("/key/keyId").asText(), made.text("secret"));
    }

    private Key create(String scopes) throws Exception {
        return create(scopes, Sample.SITE.value(), Duration.ofDays(30));
    }

    private HTTPResponse ask(ClientAuthentication shown, String... scopes) throws Exception {
        TokenRequest request = new TokenRequest.Builder(
                        server.server().uri().resolve("/oauth/token"), shown, new ClientCredentialsGrant())
                .scope(scopes.length == 0 ? null : new Scope(scopes))
                .build();
        return request.toHTTPRequest().send();
    }

    private AccessTokenResponse token(ClientAuthentication shown, String... scopes) throws Exception {
        return TokenResponse.parse(ask(shown, scopes)).toSuccessResponse();
    }

    private ErrorObject refusal(ClientAuthentication shown, String... scopes) throws Exception {
        return TokenResponse.parse(ask(shown, scopes)).toErrorResponse().getErrorObject();
    }

    private Api api(AccessTokenResponse answer) {
        return server.api().as(answer.getTokens().getAccessToken().getValue());
    }

    private static String stay(ResourceId room) {
        LocalDate day = LocalDate.now(ZoneId.of("America/New_York")).plusDays(5);
        return "'resourceId': '" + room + "', 'startDate': '" + day + "', 'endDate': '" + day.plusDays(1)
                + "', 'quantity': 1";
    }

    private static Api.Reply hold(Api api, ResourceId room) throws Exception {
        return api.post("/api/v1/holds", "{" + stay(room) + "}");
    }

    private static Api.Reply book(Api api, ResourceId room) throws Exception {
        return api.post(
                "/api/v1/bookings",
                "{" + stay(room) + ", 'userDetails': {'firstName': 'Ann', 'lastName': 'Lee'},"
                        + " 'paymentMethod': 'credit_card', 'paymentDetails': {'token': 'tok_approve'}}");
    }

    @Test
    void keyDoesWhatItIsForAndNothingElse() throws Exception {
        Key key = create("'catalog'");
        for (ClientAuthentication shown : List.of(key.basic(), key.post())) {
            AccessTokenResponse answer = token(shown);
            assertThat(answer.getTokens().getAccessToken().getScope()).isEqualTo(new Scope("catalog"));
            assertThat(answer.getTokens().getRefreshToken()).isNull();
            Api api = api(answer);
            assertThat(api.get("/api/v1/resources/" + here).status()).isEqualTo(200);
            assertThat(hold(api, here).status()).isEqualTo(403);
            assertThat(book(api, here).status()).isEqualTo(403);
            assertThat(api.get("/api/v1/users/me").status()).isEqualTo(403);
        }
        Api bookings = api(token(create("'bookings'").basic()));
        assertThat(bookings.get("/api/v1/resources/" + here).status()).isEqualTo(403);
        assertThat(hold(bookings, here).status()).isEqualTo(201);
    }

    @Test
    void keyReachesItsOwnBookingsOnly() throws Exception {
        Api one = api(token(create("'bookings'").basic()));
        Api other = api(token(create("'bookings'").basic()));
        Api.Reply made = book(one, here);
        assertThat(made.status()).isEqualTo(201);
        String booking = "/api/v1/bookings/" + made.text("bookingId");
        assertThat(other.get(booking).status()).isEqualTo(404);
        assertThat(other.post(booking + "/cancel", "{}").status()).isEqualTo(404);
        assertThat(server.as(Role.GUEST, "guest-of-keys").get(booking).status()).isEqualTo(404);
        assertThat(one.get(booking).status()).isEqualTo(200);
        assertThat(one.send("PATCH", booking, "{}").status()).isEqualTo(403);
        assertThat(one.post(booking + "/cancel", "{}").status()).isEqualTo(200);
    }

    @Test
    void keyOfOneSiteSellsNothingOfAnother() throws Exception {
        Api ofSite = api(token(create("'bookings'").basic()));
        assertThat(hold(ofSite, there).status()).isEqualTo(404);
        assertThat(book(ofSite, there).status()).isEqualTo(404);
        ResourceId absent = new ResourceId("res_absent");
        assertThat(hold(ofSite, there).raw().body().replace(there.value(), absent.value()))
                .isEqualTo(hold(ofSite, absent).raw().body());
        Api whole = api(token(create("'bookings'", "", Duration.ofDays(30)).basic()));
        assertThat(hold(whole, there).status()).isEqualTo(201);
        assertThat(book(whole, here).status()).isEqualTo(201);
    }

    @Test
    void tokenMayBeForLessThanTheKey() throws Exception {
        Key key = create("'catalog', 'bookings'");
        AccessTokenResponse less = token(key.basic(), "catalog");
        assertThat(less.getTokens().getAccessToken().getScope()).isEqualTo(new Scope("catalog"));
        assertThat(hold(api(less), here).status()).isEqualTo(403);
        assertThat(hold(api(token(key.basic())), here).status()).isEqualTo(201);
        assertThat(refusal(create("'catalog'").basic(), "bookings").getCode()).isEqualTo("invalid_scope");
        assertThat(refusal(key.basic(), "catalog", "everything").getCode()).isEqualTo("invalid_scope");
    }

    @Test
    void secretIsToldOnce() throws Exception {
        Key key = create("'catalog'");
        assertThat(key.secret()).matches("kr_" + key.id().substring(4) + "_[A-Za-z0-9_-]{43}");
        assertThat(server.staff().get("/api/v1/api-keys").raw().body())
                .contains(key.id())
                .doesNotContain(key.secret())
                .doesNotContain("hash");
        String kept = server.server()
                .database()
                .read(tx -> tx.find(
                                "select secret_hash from api_key where id = ?",
                                row -> row.text("secret_hash"),
                                key.id())
                        .orElseThrow());
        assertThat(kept).isEqualTo(dev.keyrack.server.session.Secret.hash(key.secret()));
    }

    @Test
    void wrongSecretLetsNobodyIn() throws Exception {
        Key key = create("'catalog'");
        Key other = create("'catalog'");
        String end = key.secret().endsWith("A") ? "B" : "A";
        for (Key wrong : List.of(
                new Key(key.id(), key.secret().substring(0, key.secret().length() - 1) + end),
                new Key(key.id(), other.secret()),
                new Key("key_absent", key.secret()),
                new Key("keyrack-desktop", key.secret()),
                new Key(key.id(), "x"))) {
            HTTPResponse answer = ask(wrong.basic());
            assertThat(answer.getStatusCode()).isEqualTo(401);
            assertThat(answer.getHeaderValue("WWW-Authenticate")).startsWith("Basic");
            assertThat(refusal(wrong.post()).getCode()).isEqualTo("invalid_client");
        }
    }

    @Test
    void endedKeyIsOverAtOnce() throws Exception {
        Key key = create("'catalog'");
        Api api = api(token(key.basic()));
        assertThat(api.get("/api/v1/sites").status()).isEqualTo(200);
        String path = "/api/v1/api-keys/" + key.id();
        assertThat(server.as(Role.MANAGER, "manager-there", THERE)
                        .send("DELETE", path, null)
                        .status())
                .isEqualTo(404);
        assertThat(server.staff().send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(api.get("/api/v1/sites").status()).isEqualTo(401);
        assertThat(refusal(key.basic()).getCode()).isEqualTo("invalid_client");
        assertThat(server.staff().send("DELETE", path, null).status()).isEqualTo(404);
    }

    @Test
    void keyIsOverWhenItsTimeIs() throws Exception {
        Key key = create("'catalog'", "", Duration.ofMinutes(3));
        assertThat(ask(key.basic()).getStatusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(3));
        assertThat(refusal(key.basic()).getCode()).isEqualTo("invalid_client");
    }

    @Test
    void expiryIsWithinAYear() throws Exception {
        Api admin = server.staff();
        for (Duration life : List.of(Duration.ofSeconds(-1), Duration.ofDays(367))) {
            assertThat(admin.post(
                                    "/api/v1/api-keys",
                                    wanted("'catalog'", "", clock.instant().plus(life)))
                            .text("detail"))
                    .startsWith("expiresAt:");
        }
        assertThat(admin.post("/api/v1/api-keys", wanted("", "", clock.instant().plusSeconds(60)))
                        .status())
                .isEqualTo(400);
        assertThat(admin.post(
                                "/api/v1/api-keys",
                                wanted(
                                        "'catalog'",
                                        "sit_absent",
                                        clock.instant().plusSeconds(60)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void managerHasToDoWithKeysOfTheOwnSiteOnly() throws Exception {
        Key key = create("'catalog'");
        Api manager = server.as(Role.MANAGER, "manager-keys", THERE);
        Instant later = clock.instant().plusSeconds(600);
        assertThat(manager.post("/api/v1/api-keys", wanted("'catalog'", Sample.SITE.value(), later))
                        .status())
                .isEqualTo(403);
        assertThat(manager.post("/api/v1/api-keys", wanted("'catalog'", "", later))
                        .status())
                .isEqualTo(403);
        assertThat(manager.post("/api/v1/api-keys", wanted("'catalog'", THERE.value(), later))
                        .status())
                .isEqualTo(201);
        String seen = manager.get("/api/v1/api-keys").raw().body();
        assertThat(seen).contains(THERE.value()).doesNotContain(key.id());
    }

    @Test
    void nobodySignsInToTheAccountOfAKey() throws Exception {
        Key key = create("'catalog'");
        for (String password : List.of(key.secret(), "", "none")) {
            assertThat(server.api()
                            .post("/api/v1/sessions", "{'name': '" + key.id() + "', 'password': '" + password + "'}")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void keyIsMadeOnlyByWhoProvedThemselvesRecently() throws Exception {
        Api.Reply signedIn = server.api()
                .post(
                        "/api/v1/sessions",
                        "{'name': '" + server.administrator().name() + "', 'password': '"
                                + server.administrator().password() + "'}");
        clock.advance(Duration.ofMinutes(11));
        Api.Reply later = server.api()
                .post("/api/v1/sessions/refresh", "{'refreshToken': '" + signedIn.text("refreshToken") + "'}");
        Api.Reply refused = server.api()
                .as(later.text("accessToken"))
                .post(
                        "/api/v1/api-keys",
                        wanted("'catalog'", "", clock.instant().plusSeconds(60)));
        assertThat(refused.text("type")).endsWith("/sign-in-too-old");
    }

    private long told(String action, String key) {
        return server.server()
                .database()
                .read(tx -> tx.list(
                                "select 1 from audit_entry where action = ? and subject_id = ?", _ -> true, action, key)
                        .size());
    }

    private String lastUse(String key) throws Exception {
        for (var one : server.staff().get("/api/v1/api-keys").body()) {
            if (one.path("keyId").asText().equals(key)) {
                return one.path("lastUsedAt").asText();
            }
        }
        throw new AssertionError("no " + key);
    }

    @Test
    void recordTellsOfItsLife() throws Exception {
        Key key = create("'catalog'");
        assertThat(told("key.made", key.id())).isEqualTo(1);
        assertThat(lastUse(key.id())).isEmpty();
        token(key.basic());
        String first = lastUse(key.id());
        assertThat(first).isNotEmpty();
        clock.advance(Duration.ofSeconds(59));
        token(key.basic());
        assertThat(lastUse(key.id())).isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        token(key.basic());
        assertThat(Instant.parse(lastUse(key.id())))
                .isEqualTo(Instant.parse(first).plusSeconds(60));
        assertThat(told("key.first_used", key.id())).isEqualTo(1);
        server.staff().send("DELETE", "/api/v1/api-keys/" + key.id(), null);
        assertThat(told("key.ended", key.id())).isEqualTo(1);
    }

    @Test
    void keyKeepsOneSessionADay() throws Exception {
        Key key = create("'catalog'");
        for (int i = 0; i < 3; i++) {
            token(key.basic());
        }
        assertThat(sessions(key)).isEqualTo(1);
        clock.advance(Duration.ofHours(25));
        token(key.basic());
        assertThat(sessions(key)).isEqualTo(2);
    }

    private int sessions(Key key) {
        return server.server()
                .database()
                .read(tx -> tx.list(
                                "select 1 from login_session s join api_key k on k.account_id = s.account_id where k.id = ?",
                                _ -> true,
                                key.id())
                        .size());
    }
}
