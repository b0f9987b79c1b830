package dev.keyrack.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.Tokens;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.factor.Authenticator;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.identity.NewAccount;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.soak.MovableClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserSignInIT {

    private static final ClientID PLANNER = new ClientID("planner");
    private static final String BACK = "https://planner.example/back";

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private TestServer server;
    private SignIn account;

    @SuppressWarnings("NullAway.Init")
    BrowserSignInIT() {}

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new TestServer(folder, clock);
        account = person("ann@grand.example");
        server.server().database().write(tx -> {
            tx.update(
                    "insert into oauth_client (id, name, redirect_uri, loopback, own) values (?, ?, ?, ?, ?)",
                    PLANNER.getValue(),
                    "Week <Planner>",
                    BACK,
                    false,
                    false);
            return true;
        });
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private SignIn person(String name) {
        UserDetails details = new UserDetails("Ann", "Bell & Sons", null, null);
        return server.server()
                .identity()
                .createAccount(Caller.SYSTEM, new NewAccount(name, Role.MANAGER, Sample.SITE, details));
    }

    private URI uri() {
        return server.server().uri();
    }

    private Browser browser() {
        return new Browser(uri());
    }

    private Program desktop() throws Exception {
        return Program.desktop(uri());
    }

    private Browser.Page signIn(Browser browser, Browser.Page page) throws Exception {
        return browser.submit(page, "name", account.name(), "password", account.password());
    }

    private Api api(Tokens tokens) {
        return server.api().as(tokens.getAccessToken().getValue());
    }

    @Test
    void tellsProgramsWhereAndHow() throws Exception {
        var metadata = desktop().server();
        assertThat(metadata.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
        assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(metadata.getGrantTypes())
                .extracting(Object::toString)
                .containsExactly(
                        "authorization_code",
                        "refresh_token",
                        "client_credentials",
                        "urn:ietf:params:oauth:grant-type:device_code");
        assertThat(server.api().get(metadata.getJWKSetURI().getPath()).body().has("keys"))
                .isTrue();
    }

    @Test
    void programGetsTokensOfWhoeverSignsIn() throws Exception {
        Program program = desktop();
        Browser browser = browser();
        Browser.Page page = browser.open(program.address());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains("Keyrack Desktop wants to sign in");
        Browser.Page consent = signIn(browser, page);
        assertThat(consent.html())
                .contains("Go on as Ann Bell &amp; Sons?")
                .contains("Keyrack Desktop signs in as Ann Bell &amp; Sons.")
                .doesNotContain("do everything");
        Browser.Page back = browser.submit(consent, "decision", "allow");
        assertThat(back.status()).isEqualTo(303);
        assertThat(String.valueOf(back.location().orElseThrow())).startsWith("http://127.0.0.1:51234/callback?");
        Tokens tokens = program.tokens(program.read(back));
        Api api = api(tokens);
        assertThat(api.get("/api/v1/users/me").text("name")).isEqualTo(account.name());
        assertThat(api.get("/api/v1/users/me/sessions").body().toString()).contains("Keyrack Desktop");
        assertThat(tokens.getRefreshToken()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&code_challenge=&code_challenge_method=S256",
                "",
                "&code_challenge=CHALLENGE",
                "&code_challenge=CHALLENGE&code_challenge_method=plain",
                "&code_challenge=short&code_challenge_method=S256",
                "&code_challenge=CHALLENGE&code_challenge_method=S256&response_mode=fragment",
                "&code_challenge=CHALLENGE&code_challenge_method=S256&code_challenge=CHALLENGE"
            })
    void refusesProgramThatDoesNotHideItsCode(String rest) throws Exception {
        Program program = desktop();
        Browser.Page page = browser()
                .open("/oauth/authorize?response_type=code&client_id=keyrack-desktop&redirect_uri=" + program.redirect()
                        + "&state=" + program.state()
                        + rest.replace("CHALLENGE", "c".repeat(43)));
        assertThat(page.status()).isEqualTo(303);
        assertThat(program.refusal(page)).isEqualTo("invalid_request");
    }

    @Test
    void refusesWhatItDoesNotOffer() throws Exception {
        Program program = desktop();
        Map<String, String> refusals = Map.of(
                program.address().replace("response_type=code", "response_type=token"),
                "unsupported_response_type",
                program.address() + "&scope=everything",
                "invalid_scope",
                program.address() + "&prompt=none",
                "login_required",
                program.address() + "&request=eyJhbGciOiJub25lIn0.e30.",
                "request_not_supported");
        for (Map.Entry<String, String> refusal : refusals.entrySet()) {
            assertThat(program.refusal(browser().open(refusal.getKey()))).isEqualTo(refusal.getValue());
        }
    }

    @Test
    void sendsNobodyToAnAddressThatIsNotTheProgramsOwn() throws Exception {
        String right = desktop().address();
        for (String wrong : List.of(
                right.replace("client_id=keyrack-desktop", "client_id=nobody"),
                right.replace("client_id=keyrack-desktop", "client_id=planner"),
                right.replace("client_id=keyrack-desktop&", ""),
                right.replace("uri=http%3A%2F%2F127.0.0.1", "uri=http%3A%2F%2Fexample.com"),
                right.replace("%2Fcallback", "%2Fcallback%2Fx"),
                right + "&redirect_uri=https%3A%2F%2Fexample.com",
                right + "&client_id=planner",
                "/oauth/authorize")) {
            Browser.Page page = browser().open(wrong);
            assertThat(page.status()).as(wrong).isEqualTo(400);
            assertThat(page.location()).as(wrong).isEmpty();
            assertThat(page.header("Set-Cookie")).as(wrong).isEmpty();
            assertThat(page.html()).contains("You were not signed in.").doesNotContain("example.com");
        }
    }

    @Test
    void codeIsGoodForItsProgramOnly() throws Exception {
        Program program = desktop();
        AuthorizationCode code = program.code(browser(), account);
        assertThat(Program.errorOf(
                        program.ask(new AuthorizationCodeGrant(code, program.redirect(), new CodeVerifier()))))
                .isEqualTo("invalid_grant");
        assertThat(Program.errorOf(program.ask(new AuthorizationCodeGrant(code, program.redirect()))))
                .isEqualTo("invalid_grant");
        assertThat(Program.errorOf(program.ask(new AuthorizationCodeGrant(
                        code, URI.create("http://127.0.0.1:51235/callback"), program.verifier()))))
                .isEqualTo("invalid_grant");
        assertThat(Program.errorOf(program.ask(new AuthorizationCodeGrant(code, null, program.verifier()))))
                .isEqualTo("invalid_grant");
        Program other = new Program(program.server(), PLANNER, program.redirect(), program.verifier(), program.state());
        assertThat(Program.errorOf(other.change(code))).isEqualTo("invalid_grant");
        Program unknown = new Program(
                program.server(), new ClientID("nobody"), program.redirect(), program.verifier(), program.state());
        assertThat(Program.errorOf(unknown.change(code))).isEqualTo("invalid_client");
        assertThat(program.change(code).indicatesSuccess()).isTrue();
    }

    @Test
    void codeIsGoodForAMinute() throws Exception {
        Program program = desktop();
        AuthorizationCode code = program.code(browser(), account);
        clock.advance(Duration.ofSeconds(60));
        assertThat(Program.errorOf(program.change(code))).isEqualTo("invalid_grant");
    }

    @Test
    void codeThatComesAgainEndsWhatItOpened() throws Exception {
        Program program = desktop();
        AuthorizationCode code = program.code(browser(), account);
        Tokens tokens = program.tokens(code);
        assertThat(api(tokens).get("/api/v1/users/me").status()).isEqualTo(200);
        assertThat(Program.errorOf(program.change(code))).isEqualTo("invalid_grant");
        assertThat(api(tokens).get("/api/v1/users/me").status()).isEqualTo(401);
        assertThat(Program.errorOf(program.refresh(tokens.getRefreshToken()))).isEqualTo("invalid_grant");
    }

    @Test
    void onlyTheHashOfACodeIsKept() throws Exception {
        String code = desktop().code(browser(), account).getValue();
        List<String> kept =
                server.server().database().read(tx -> tx.list("select hash from oauth_code", row -> row.text("hash")));
        assertThat(kept).contains(dev.keyrack.server.session.Secret.hash(code)).doesNotContain(code);
    }

    @Test
    void whoLostTheAccountMeanwhileGetsNoTokens() throws Exception {
        Program program = desktop();
        SignIn leaver = person("leaver@grand.example");
        AuthorizationCode code = program.code(browser(), leaver);
        server.server()
                .database()
                .write(tx -> tx.update("update account set active = false where name = ?", leaver.name()));
        assertThat(Program.errorOf(program.change(code))).isEqualTo("invalid_grant");
    }

    @Test
    void newPasswordEndsWhatWasBegunWithTheOldOne() throws Exception {
        Program program = desktop();
        SignIn robbed = person("robbed@grand.example");
        AuthorizationCode code = program.code(browser(), robbed);
        Browser thief = browser();
        Browser.Page consent =
                thief.submit(thief.open(program.address()), "name", robbed.name(), "password", robbed.password());
        assertThat(consent.html()).contains("Go on as");
        Api api = api(program.tokens(program.code(browser(), robbed)));
        assertThat(api.send(
                                "PUT",
                                "/api/v1/users/me/password",
                                "{'currentPassword': '" + robbed.password()
                                        + "', 'newPassword': 'seven quiet lanterns by the quay'}")
                        .status())
                .isEqualTo(204);
        assertThat(Program.errorOf(program.change(code))).isEqualTo("invalid_grant");
        assertLost(thief.submit(consent, "decision", "allow"));
    }

    @Test
    void stateIsGivenBackAsItCame() throws Exception {
        Program program = desktop();
        Browser browser = browser();
        for (String bare : List.of("", "%20")) {
            String address = program.address().replace("state=" + program.state(), "state=" + bare);
            Browser.Page back = browser.submit(signIn(browser, browser.open(address)), "decision", "allow");
            assertThat(String.valueOf(back.location().orElseThrow()))
                    .contains("code=")
                    .doesNotContain("state=");
        }
        Browser.Page odd =
                browser.open(program.address().replace(program.state().getValue(), "%C3%A4"));
        assertThat(String.valueOf(odd.location().orElseThrow()))
                .contains("error=invalid_request")
                .doesNotContain("state=");
        String text = "a b&c=\"d\"/e";
        Program chatty =
                new Program(program.server(), program.id(), program.redirect(), program.verifier(), new State(text));
        assertThat(chatty.code(browser(), account)).isNotNull();
    }

    @Test
    void formIsTakenFromItsBrowserOnly() throws Exception {
        Program program = desktop();
        Browser own = browser();
        Browser.Page page = own.open(program.address());
        Browser foreign = browser();
        Browser.Page foreignPage = foreign.open(program.address());
        Map<String, String> filled = Map.of("name", account.name(), "password", account.password());
        assertLost(own.post("/oauth/authorize", filled));
        assertLost(foreign.post(
                "/oauth/authorize",
                Map.of("form", page.form(), "name", account.name(), "password", account.password())));
        assertLost(signIn(browser(), page));
        assertThat(signIn(own, page).html()).contains("Go on as");
        assertThat(signIn(foreign, foreignPage).html()).contains("Go on as");
    }

    private static void assertLost(Browser.Page page) {
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("Please begin again");
        assertThat(page.location()).isEmpty();
    }

    @Test
    void formIsTakenOnce() throws Exception {
        Program program = desktop();
        Browser browser = browser();
        Browser.Page page = browser.open(program.address());
        Browser.Page consent = signIn(browser, page);
        assertLost(signIn(browser, page));
        program.read(browser.submit(consent, "decision", "allow"));
        assertLost(browser.submit(consent, "decision", "allow"));
    }

    @Test
    void pageIsGoodForTenMinutes() throws Exception {
        Browser browser = browser();
        Browser.Page page = browser.open(desktop().address());
        clock.advance(Duration.ofMinutes(10));
        assertLost(signIn(browser, page));
    }

    @Test
    void nobodyGoesOnWithoutSigningIn() throws Exception {
        Browser browser = browser();
        Browser.Page page = browser.open(desktop().address());
        for (String decision : List.of("allow", "consent", "")) {
            page = browser.submit(page, "decision", decision, "code", "BCDFGHJK");
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.html()).contains("Enter your name");
        }
    }

    @Test
    void saysBesideTheFieldWhatWasWrongAndKeepsTheName() throws Exception {
        Browser browser = browser();
        Browser.Page page = browser.open(desktop().address());
        Browser.Page wrong = browser.submit(page, "name", "\"><script>x</script>", "password", "wrong");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html())
                .contains("value=\"&quot;&gt;&lt;script&gt;x&lt;/script&gt;\"")
                .contains("required aria-invalid=\"true\" aria-describedby=\"password-error\"")
                .contains("<p class=\"error\" id=\"password-error\" role=\"alert\">Name or password is wrong.</p>")
                .doesNotContain("<script");
        Browser.Page empty = browser.submit(wrong, "name", " ", "password", "x");
        assertThat(empty.html()).contains("id=\"name-error\" role=\"alert\">Enter your name or e-mail address.</p>");
        Browser.Page noPassword = browser.submit(empty, "name", account.name());
        assertThat(noPassword.html())
                .contains("id=\"password-error\" role=\"alert\">Enter your password.</p>")
                .contains("value=\"" + account.name() + "\"");
        assertThat(signIn(browser, noPassword).html()).contains("Go on as");
    }

    @Test
    void whoGuessesMustWait() throws Exception {
        SignIn guessed = person("guessed@grand.example");
        Browser browser = browser();
        Browser.Page page = browser.open(desktop().address());
        for (int i = 0; i < 10; i++) {
            page = browser.submit(page, "name", guessed.name(), "password", "wrong " + i);
            assertThat(page.status()).isEqualTo(422);
        }
        page = browser.submit(page, "name", guessed.name(), "password", guessed.password());
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.html()).contains("Too many tries. Wait a minute.");
        clock.advance(Duration.ofMinutes(1));
        assertThat(browser.submit(page, "name", guessed.name(), "password", guessed.password())
                        .html())
                .contains("Go on as");
    }

    @Test
    void asksForTheSecondFactorInAStepOfItsOwn() throws Exception {
        SignIn careful = person("careful@grand.example");
        String token = server.api()
                .post(
                        "/api/v1/sessions",
                        "{'name': '" + careful.name() + "', 'password': '" + careful.password() + "'}")
                .text("accessToken");
        Api api = server.api().as(token);
        Authenticator authenticator = new Authenticator(
                api.post("/api/v1/users/me/second-factor", null).text("secret"), clock);
        api.send("PUT", "/api/v1/users/me/second-factor", "{'code': '" + authenticator.code() + "'}");
        clock.advance(Duration.ofSeconds(30));
        Program program = desktop();
        Browser browser = browser();
        Browser.Page asked =
                browser.submit(browser.open(program.address()), "name", careful.name(), "password", careful.password());
        assertThat(asked.html())
                .contains("<label for=\"code\">Code</label>")
                .contains("autocomplete=\"one-time-code\"");
        Browser.Page wrong = browser.submit(asked, "code", "000000", "decision", "allow");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html()).contains("This code is wrong or was used before.");
        Browser.Page consent = browser.submit(wrong, "code", authenticator.code());
        assertThat(consent.html()).contains("Go on as");
        assertThat(program.change(program.read(browser.submit(consent, "decision", "allow")))
                        .indicatesSuccess())
                .isTrue();
    }

    @Test
    void whoSaysNoSendsTheProgramAway() throws Exception {
        Program program = desktop();
        Browser browser = browser();
        assertThat(program.refusal(browser.submit(browser.open(program.address()), "decision", "deny")))
                .isEqualTo("access_denied");
        Browser.Page consent = signIn(browser, browser.open(program.address()));
        assertThat(program.refusal(browser.submit(consent, "decision", "deny"))).isEqualTo("access_denied");
        Browser.Page again = browser.submit(signIn(browser, browser.open(program.address())), "decision", "other");
        assertThat(again.html()).contains("Keyrack Desktop wants to sign in").doesNotContain(account.name());
        assertThat(signIn(browser, again).html()).contains("Go on as");
    }

    @Test
    void strangersProgramSaysWhatItMayDo() throws Exception {
        Program planner = Program.at(uri(), PLANNER, BACK);
        Browser browser = browser();
        Browser.Page consent = signIn(browser, browser.open(planner.address()));
        assertThat(consent.html())
                .contains("Week &lt;Planner&gt; is a program that does not come from us.")
                .contains("do everything that this account may do")
                .contains(">Allow</button>");
        assertThat(consent.header("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).endsWith("form-action 'self' https://planner.example"));
        assertThat(planner.change(planner.read(browser.submit(consent, "decision", "allow")))
                        .indicatesSuccess())
                .isTrue();
    }
}
