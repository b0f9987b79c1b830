package dev.keyrack.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.oauth2.sdk.token.Tokens;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.soak.MovableClock;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensIT {

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private TestServer server;
    private Program program;

    @SuppressWarnings("NullAway.Init")
    TokensIT() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = new TestServer(folder, clock);
        program = Program.desktop(server.server().uri());
        server.server().database().write(tx -> {
            tx.update("insert into oauth_client (id, name, redirect_uri, loopback, own)"
                    + " values ('planner', 'Planner', 'https://planner.example/back', false, false)");
            return true;
        });
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Tokens signedIn() throws Exception {
        return program.tokens(program.code(new Browser(server.server().uri()), server.administrator()));
    }

    private int me(Tokens tokens) throws Exception {
        return server.api()
                .as(tokens.getAccessToken().getValue())
                .get("/api/v1/users/me")
                .status();
    }

    private Tokens refreshed(RefreshToken token) throws Exception {
        return program.refresh(token).toSuccessResponse().getTokens();
    }

    @Test
    void refreshTokenIsGoodOnce() throws Exception {
        Tokens first = signedIn();
        Tokens second = refreshed(first.getRefreshToken());
        assertThat(me(second)).isEqualTo(200);
        assertThat(second.getRefreshToken()).isNotEqualTo(first.getRefreshToken());
        assertThat(refreshed(first.getRefreshToken()).getRefreshToken())
                .as("whose answer was lost asks again")
                .isEqualTo(second.getRefreshToken());
        Tokens third = refreshed(second.getRefreshToken());
        assertThat(Program.errorOf(program.refresh(first.getRefreshToken()))).isEqualTo("invalid_grant");
        assertThat(me(third)).as("a stolen token ends the session").isEqualTo(401);
        assertThat(Program.errorOf(program.refresh(third.getRefreshToken()))).isEqualTo("invalid_grant");
    }

    @Test
    void refreshTokenThatComesLateEndsItsSession() throws Exception {
        Tokens first = signedIn();
        Tokens second = refreshed(first.getRefreshToken());
        clock.advance(Duration.ofSeconds(31));
        assertThat(Program.errorOf(program.refresh(first.getRefreshToken()))).isEqualTo("invalid_grant");
        assertThat(me(second)).isEqualTo(401);
    }

    private Program planner() {
        return new Program(
                program.server(), new ClientID("planner"), program.redirect(), program.verifier(), program.state());
    }

    @Test
    void refreshTokenIsForItsProgramOnly() throws Exception {
        Tokens tokens = signedIn();
        assertThat(Program.errorOf(planner().refresh(tokens.getRefreshToken()))).isEqualTo("invalid_grant");
        Api.Reply past = server.api()
                .post(
                        "/api/v1/sessions",
                        "{'name': '" + server.administrator().name() + "', 'password': '"
                                + server.administrator().password() + "'}");
        assertThat(Program.errorOf(program.refresh(new RefreshToken(past.text("refreshToken")))))
                .as("of a sign-in that was none of a program's")
                .isEqualTo("invalid_grant");
        assertThat(Program.errorOf(program.refresh(new RefreshToken("nothing"))))
                .isEqualTo("invalid_grant");
        assertThat(me(refreshed(tokens.getRefreshToken()))).isEqualTo(200);
    }

    private HTTPResponse revoke(Program who, Token token) throws Exception {
        return new TokenRevocationRequest(who.server().getRevocationEndpointURI(), who.id(), token)
                .toHTTPRequest()
                .send();
    }

    @Test
    void tokenThatIsGivenBackEndsItsSession() throws Exception {
        Tokens byRefresh = signedIn();
        Tokens byAccess = signedIn();
        assertThat(revoke(program, byRefresh.getRefreshToken()).getStatusCode()).isEqualTo(200);
        assertThat(revoke(program, byAccess.getAccessToken()).getStatusCode()).isEqualTo(200);
        for (Tokens tokens : new Tokens[] {byRefresh, byAccess}) {
            assertThat(me(tokens)).isEqualTo(401);
            assertThat(Program.errorOf(program.refresh(tokens.getRefreshToken())))
                    .isEqualTo("invalid_grant");
            assertThat(revoke(program, tokens.getRefreshToken()).getStatusCode())
                    .isEqualTo(200);
        }
        assertThat(revoke(program, new RefreshToken("nothing")).getStatusCode()).isEqualTo(200);
    }

    @Test
    void nobodyGivesBackWhatIsAnothers() throws Exception {
        Tokens tokens = signedIn();
        HTTPResponse refused = revoke(planner(), tokens.getRefreshToken());
        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getBody()).contains("\"error\":\"unauthorized_client\"");
        assertThat(revoke(planner(), tokens.getAccessToken()).getStatusCode()).isEqualTo(400);
        Program nobody = new Program(
                program.server(), new ClientID("nobody"), program.redirect(), program.verifier(), program.state());
        assertThat(revoke(nobody, tokens.getRefreshToken()).getStatusCode()).isEqualTo(401);
        assertThat(me(tokens)).isEqualTo(200);
    }

    @Test
    void keyGivesBackItsOwnTokenOnly() throws Exception {
        Api.Reply key = server.staff()
                .post(
                        "/api/v1/api-keys",
                        "{'name': 'Channel', 'scopes': ['catalog'], 'expiresAt': '"
                                + clock.instant().plusSeconds(3_600) + "'}");
        String id = key.body().at("/key/keyId").asText();
        ClientSecretBasic shown = new ClientSecretBasic(new ClientID(id), new Secret(key.text("secret")));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", id);
        form.put("client_secret", key.text("secret"));
        HttpResponse<String> granted = post("/oauth/token", form);
        String token = granted.body().replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
        Api api = server.api().as(token);
        assertThat(api.get("/api/v1/sites").status()).isEqualTo(200);
        Tokens foreign = signedIn();
        assertThat(send(shown, foreign.getAccessToken()).getStatusCode()).isEqualTo(400);
        assertThat(me(foreign)).isEqualTo(200);
        Token own = new com.nimbusds.oauth2.sdk.token.BearerAccessToken(token);
        assertThat(send(shown, own).getStatusCode()).isEqualTo(200);
        assertThat(api.get("/api/v1/sites").status()).isEqualTo(401);
    }

    private HTTPResponse send(ClientSecretBasic shown, Token token) throws Exception {
        return new TokenRevocationRequest(program.server().getRevocationEndpointURI(), shown, token)
                .toHTTPRequest()
                .send();
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        StringBuilder body = new StringBuilder();
        form.forEach(
                (name, value) -> body.append(name).append('=').append(value).append('&'));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(server.server().uri().resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private void assertRefused(Map<String, String> form, int status, String error) throws Exception {
        HttpResponse<String> answer = post("/oauth/token", form);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body()).contains("\"error\":\"" + error + "\"");
    }

    @Test
    void refusesInTheWordsOfTheStandard() throws Exception {
        assertRefused(Map.of("x", "y"), 400, "invalid_request");
        assertRefused(Map.of("grant_type", "nothing", "client_id", "keyrack-desktop"), 400, "unsupported_grant_type");
        assertRefused(Map.of("grant_type", "refresh_token", "client_id", "keyrack-desktop"), 400, "invalid_request");
        assertRefused(
                Map.of("grant_type", "client_credentials", "client_id", "keyrack-desktop"), 401, "invalid_client");
        assertRefused(
                Map.of("grant_type", "refresh_token", "refresh_token", "x", "client_id", "nobody"),
                401,
                "invalid_client");
        assertRefused(
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        "x",
                        "client_id",
                        "keyrack-desktop",
                        "client_secret",
                        "kr_1_" + "x".repeat(43)),
                401,
                "invalid_client");
        assertRefused(
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        "x",
                        "client_id",
                        "keyrack-desktop",
                        "scope",
                        "all"),
                400,
                "invalid_scope");
        assertThat(Program.errorOf(program.ask(new ResourceOwnerPasswordCredentialsGrant(
                        server.administrator().name(),
                        new Secret(server.administrator().password())))))
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void answerWithTokensIsStoredByNobody() throws Exception {
        String code = program.code(new Browser(server.server().uri()), server.administrator())
                .getValue();
        HttpResponse<String> answer = post(
                "/oauth/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "client_id",
                        "keyrack-desktop",
                        "redirect_uri",
                        program.redirect().toString(),
                        "code_verifier",
                        program.verifier().getValue()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body()).contains("\"token_type\":\"Bearer\"", "\"expires_in\":300");
    }
}
