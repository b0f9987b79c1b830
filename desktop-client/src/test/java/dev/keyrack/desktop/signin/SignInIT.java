package dev.keyrack.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.api.ClientJson;
import dev.keyrack.contract.factor.RecoveryCodes;
import dev.keyrack.contract.factor.SecondFactorKey;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.OneTimeCode;
import dev.keyrack.desktop.Authenticator;
import dev.keyrack.desktop.DeskRig;
import dev.keyrack.fx.check.Picture;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody with a second factor signs in at the real program.
class SignInIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void asksForTheCodeWhenTheServerDoes(String language) throws Exception {
        try (DeskRig desk = new DeskRig(folder, language)) {
            RecoveryCodes recovery = enrol(desk);
            desk.robot().clickOn("#name").write(desk.administrator().name());
            desk.robot().clickOn("#password").write(desk.administrator().password());
            assertThat(DeskRig.isInView(desk.find("code", TextField.class))).isFalse();
            desk.robot().clickOn("#enter");
            DeskRig.await(() -> DeskRig.isInView(desk.find("code", TextField.class)));
            DeskRig.await(() -> desk.find("code", TextField.class).isFocused());
            desk.robot().write("000000");
            desk.robot().clickOn("#enter");
            DeskRig.await(() -> !desk.find("refusal", Label.class).getText().isEmpty());
            assertThat(desk.find("refusal", Label.class).getText())
                    .startsWith(language.equals("en") ? "The code is not right" : "Der Code stimmt nicht");
            Picture.saveDarkAndLight(desk.stage().getScene(), "signin-code-" + language);
            desk.robot().interact(() -> desk.find("code", TextField.class).clear());
            desk.robot().clickOn("#code").write(recovery.codes().getFirst());
            desk.robot().clickOn("#enter");
            DeskRig.await(() -> desk.robot().lookup("#board").tryQuery().isPresent());
        }
    }

    private static RecoveryCodes enrol(DeskRig desk) throws Exception {
        URI server = desk.server().uri();
        AccessToken token = send(server, "POST", "/sessions", "", desk.administrator(), AccessToken.class);
        String path = "/users/me/second-factor";
        SecondFactorKey key = send(server, "POST", path, token.accessToken(), null, SecondFactorKey.class);
        OneTimeCode code = new OneTimeCode(Authenticator.code(key.secret(), desk.clock()));
        return send(server, "PUT", path, token.accessToken(), code, RecoveryCodes.class);
    }

    private static <T> T send(
            URI server, String method, String path, String token, @Nullable Object body, Class<T> type)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(ClientJson.write(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return ClientJson.read(response.body(), type);
        }
    }
}
