package dev.keyrack.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.id.ClientID;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.identity.NewAccount;
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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeviceSignInIT {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private TestServer server;
    private Program program;

    @SuppressWarnings("NullAway.Init")
    DeviceSignInIT() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = new TestServer(folder, clock);
        program = Program.desktop(server.server().uri());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private SignIn person(String name) {
        UserDetails details = new UserDetails("Ben", "Cole", null, null);
        return server.server()
                .identity()
                .createAccount(Caller.SYSTEM, new NewAccount(name, Role.FRONT_DESK, Sample.SITE, details));
    }

    private DeviceAuthorizationSuccessResponse begin() throws Exception {
        return DeviceAuthorizationResponse.parse(new DeviceAuthorizationRequest(
                                program.server().getDeviceAuthorizationEndpointURI(), Program.DESKTOP)
                        .toHTTPRequest()
                        .send())
                .toSuccessResponse();
    }

    private TokenResponse poll(DeviceAuthorizationSuccessResponse device) throws Exception {
        return program.ask(new DeviceCodeGrant(device.getDeviceCode()));
    }

    /// The page that asks whether the device may go on.
    private Browser.Page enter(Browser browser, SignIn who, String code) throws Exception {
        Browser.Page asked =
                browser.submit(browser.open("/oauth/device"), "name", who.name(), "password", who.password());
        assertThat(asked.html()).contains("<label for=\"code\">Code of the device</label>");
        return browser.submit(asked, "code", code);
    }

    private Browser browser() {
        return new Browser(server.server().uri());
    }

    @Test
    void deviceGoesOnOnceSomebodyAllowsIt() throws Exception {
        SignIn ben = person("ben@grand.example");
        DeviceAuthorizationSuccessResponse device = begin();
        assertThat(device.getUserCode().getValue()).matches("[B-Z]{4}-[B-Z]{4}").doesNotContainPattern("[AEIOUY]");
        assertThat(device.getVerificationURI().getPath()).isEqualTo("/oauth/device");
        assertThat(device.getVerificationURIComplete()).isNull();
        assertThat(Program.errorOf(poll(device))).isEqualTo("authorization_pending");
        Browser browser = browser();
        Browser.Page consent =
                enter(browser, ben, device.getUserCode().getValue().toLowerCase(Locale.ROOT));
        assertThat(consent.html())
                .contains("Keyrack Desktop waits on a device. It will be signed in as Ben Cole.")
                .contains("Allow this only if you read the code on a device before you yourself.");
        assertThat(browser.submit(consent, "decision", "allow").html()).contains("The device may go on");
        clock.advance(PAUSE);
        String token =
                poll(device).toSuccessResponse().getTokens().getAccessToken().getValue();
        assertThat(server.api().as(token).get("/api/v1/users/me").text("name")).isEqualTo(ben.name());
        assertThat(Program.errorOf(poll(device))).isEqualTo("invalid_grant");
    }

    @Test
    void deviceThatAsksTooOftenIsToldToSlowDown() throws Exception {
        DeviceAuthorizationSuccessResponse device = begin();
        assertThat(Program.errorOf(poll(device))).isEqualTo("authorization_pending");
        clock.advance(PAUSE.minusSeconds(1));
        assertThat(Program.errorOf(poll(device))).isEqualTo("slow_down");
        clock.advance(PAUSE);
        assertThat(Program.errorOf(poll(device))).as("five seconds more").isEqualTo("slow_down");
        clock.advance(PAUSE.multipliedBy(3));
        assertThat(Program.errorOf(poll(device))).isEqualTo("authorization_pending");
    }

    @Test
    void deviceIsToldThatItWasDenied() throws Exception {
        SignIn cat = person("cat@grand.example");
        DeviceAuthorizationSuccessResponse device = begin();
        Browser browser = browser();
        Browser.Page consent = enter(browser, cat, device.getUserCode().getValue());
        assertThat(browser.submit(consent, "decision", "deny").html()).contains("The device was told no");
        assertThat(Program.errorOf(poll(device))).isEqualTo("access_denied");
        Browser.Page again = enter(browser, cat, device.getUserCode().getValue());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("No device shows this code, or it does not wait any more.");
    }

    @Test
    void newPasswordShutsOutDeviceThatWasLetInWithTheOldOne() throws Exception {
        SignIn fay = person("fay@grand.example");
        DeviceAuthorizationSuccessResponse device = begin();
        Browser browser = browser();
        browser.submit(enter(browser, fay, device.getUserCode().getValue()), "decision", "allow");
        String token = server.api()
                .post("/api/v1/sessions", "{'name': '" + fay.name() + "', 'password': '" + fay.password() + "'}")
                .text("accessToken");
        server.api()
                .as(token)
                .send(
                        "PUT",
                        "/api/v1/users/me/password",
                        "{'currentPassword': '" + fay.password()
                                + "', 'newPassword': 'seven quiet lanterns by the quay'}");
        assertThat(Program.errorOf(poll(device))).isEqualTo("access_denied");
    }

    @Test
    void deviceDoesNotWaitForEver() throws Exception {
        SignIn dan = person("dan@grand.example");
        DeviceAuthorizationSuccessResponse device = begin();
        clock.advance(Duration.ofMinutes(5));
        Browser browser = browser();
        Browser.Page consent = enter(browser, dan, device.getUserCode().getValue());
        clock.advance(Duration.ofMinutes(5));
        assertThat(browser.submit(consent, "decision", "allow").html()).contains("Too late");
        assertThat(Program.errorOf(poll(device))).isEqualTo("expired_token");
    }

    @Test
    void codesAreNotGuessedForLong() throws Exception {
        SignIn eve = person("eve@grand.example");
        DeviceAuthorizationSuccessResponse device = begin();
        Browser browser = browser();
        Browser.Page page = enter(browser, eve, "BBBB-BBBB");
        for (int i = 1; i < 10; i++) {
            assertThat(page.status()).isEqualTo(422);
            page = browser.submit(page, "code", i % 2 == 0 ? "BBBB-BBBB" : "no code");
        }
        page = browser.submit(page, "code", device.getUserCode().getValue());
        assertThat(page.status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(1));
        assertThat(browser.submit(page, "code", device.getUserCode().getValue()).html())
                .contains("Keyrack Desktop waits on a device.");
    }

    @Test
    void codeIsForItsProgramOnly() throws Exception {
        DeviceAuthorizationSuccessResponse device = begin();
        Program nobody = new Program(
                program.server(), new ClientID("nobody"), program.redirect(), program.verifier(), program.state());
        assertThat(Program.errorOf(nobody.ask(new DeviceCodeGrant(device.getDeviceCode()))))
                .isEqualTo("invalid_client");
        assertThat(DeviceAuthorizationResponse.parse(new DeviceAuthorizationRequest(
                                        program.server().getDeviceAuthorizationEndpointURI(), new ClientID("nobody"))
                                .toHTTPRequest()
                                .send())
                        .indicatesSuccess())
                .isFalse();
    }

    @Test
    void onlyHashesOfCodesAreKept() throws Exception {
        DeviceAuthorizationSuccessResponse device = begin();
        List<String> rows = server.server()
                .database()
                .read(tx -> tx.list(
                        "select hash, user_code_hash from oauth_device",
                        row -> row.text("hash") + " " + row.text("user_code_hash")));
        assertThat(String.join(" ", rows))
                .contains(dev.keyrack.server.session.Secret.hash(
                        device.getDeviceCode().getValue()))
                .doesNotContain(device.getUserCode().getValue())
                .doesNotContain(device.getUserCode().getValue().replace("-", ""));
    }
}
