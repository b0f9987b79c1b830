package dev.keyrack.desktop.admin.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.contract.partner.ApiKey;
import dev.keyrack.contract.partner.KeyScope;
import dev.keyrack.desktop.DeskRig;
import dev.keyrack.fx.check.Picture;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A provider admin gives a partner's program a key, with which it gets a token, and ends it.
class KeysScreenIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void givesAKeyAndEndsIt(String language) throws Exception {
        try (DeskRig desk = new DeskRig(folder, language);
                ServerApi server = new ServerApi(desk.server().uri())) {
            server.signIn(desk.administrator());
            desk.signIn();
            desk.robot().clickOn("#rail-keys");
            DeskRig.await(() -> DeskRig.isInView(desk.find("fresh", Node.class)));
            picture(desk, "keys-none", language);
            desk.robot().clickOn("#fresh");
            desk.robot().clickOn("#keyName").write("Channel Manager Österreich");
            desk.robot().clickOn("#bookings");
            picture(desk, "keys-form", language);
            desk.robot().clickOn("#make");
            DeskRig.await(() -> desk.find("secret", TextArea.class).getText().startsWith("kr_"));
            picture(desk, "keys-made", language);
            assertThat(only(server).scopes()).containsExactlyInAnyOrder(KeyScope.CATALOG, KeyScope.BOOKINGS);
            String id = desk.find("keyId", TextField.class).getText();
            String secret = desk.find("secret", TextArea.class).getText();
            assertThat(askForToken(desk, id, secret)).isEqualTo(200);

            DeskRig.await(() -> list(desk).getItems().size() == 1);
            desk.robot().interact(() -> list(desk).getSelectionModel().select(0));
            DeskRig.await(() -> DeskRig.isInView(desk.find("end", Node.class)));
            picture(desk, "keys-chosen", language);
            desk.robot().clickOn("#end");
            DeskRig.await(() -> desk.robot().lookup(".question").tryQuery().isPresent());
            Scene asked = desk.robot().lookup(".question").query().getScene();
            Picture.save(asked, "keys-question-" + language);
            desk.robot().clickOn(language.equals("en") ? "End key" : "Schlüssel beenden");
            DeskRig.await(() -> !list(desk).getItems().getFirst().good());
            picture(desk, "keys-ended", language);
            assertThat(only(server).endedAt()).isNotNull();
            assertThat(askForToken(desk, id, secret)).isEqualTo(401);
        }
    }

    private static int askForToken(DeskRig desk, String id, String secret) throws Exception {
        URI address = URI.create(desk.find("tokens", TextField.class).getText());
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static ApiKey only(ServerApi server) {
        if (server.keys().list() instanceof ApiOutcome.Answered<List<ApiKey>>(List<ApiKey> found)) {
            return found.getFirst();
        }
        throw new AssertionError("The server did not list its keys");
    }

    @SuppressWarnings("unchecked") // the screen's own list
    private static TableView<KeyRow> list(DeskRig desk) {
        return desk.find("keys", TableView.class);
    }

    private static void picture(DeskRig desk, String name, String language) {
        Picture.saveDarkAndLight(desk.stage().getScene(), name + "-" + language);
    }
}
