package dev.keyrack.desktop.admin.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.DeviceKey;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.contract.device.Device;
import dev.keyrack.contract.device.DeviceStatus;
import dev.keyrack.contract.device.EnrolDevice;
import dev.keyrack.desktop.DeskRig;
import dev.keyrack.desktop.form.FormField;
import dev.keyrack.fx.check.Picture;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A manager makes a kiosk known, retires it, puts it back and declares it lost, at the real program and server.
class DevicesScreenIT {

    private static final String NAME = "Eingangshalle West, neben dem Aufzug, links";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void makesKnownRetiresAndDeclaresLost(String language) throws Exception {
        try (DeskRig desk = new DeskRig(folder, language);
                ServerApi server = new ServerApi(desk.server().uri())) {
            server.signIn(desk.administrator());
            desk.signIn();
            desk.robot().clickOn("#rail-devices");
            DeskRig.await(() -> DeskRig.isInView(desk.find("fresh", Node.class)));
            picture(desk, "devices-none", language);
            makesKnown(desk, server, language);
            retires(desk, server, language);
            loses(desk, server, language);
        }
    }

    private static void makesKnown(DeskRig desk, ServerApi server, String language) {
        desk.robot().clickOn("#fresh");
        desk.robot().clickOn("#save");
        DeskRig.await(() -> desk.find("deviceName", FormField.class).lookupAll(".form-field-fault").stream()
                .anyMatch(Node::isVisible));
        picture(desk, "devices-faulty", language);
        desk.robot().clickOn("#deviceName").write(NAME);
        desk.robot().clickOn("#save");
        DeskRig.await(() -> desk.find("code", Label.class).getText().matches("[A-Z0-9]{5}-[A-Z0-9]{5}"));
        picture(desk, "devices-code", language);
        assertThat(only(server).enrolledAt()).isNull();

        String code = desk.find("code", Label.class).getText();
        DeviceKey.Pair key = DeviceKey.generate();
        assertThat(server.devices().enrol(new EnrolDevice(code, key.publicText())))
                .isInstanceOf(ApiOutcome.Answered.class);
        try (ServerApi kiosk = new ServerApi(desk.server().uri())) {
            assertThat(kiosk.signIn(DeviceKey.of(only(server).userId(), key.privateText())))
                    .isInstanceOf(ApiOutcome.Answered.class);
        }
        desk.robot().clickOn("#rail-report").clickOn("#rail-devices");
        DeskRig.await(() -> list(desk).getItems().getFirst().device().lastContactAt() != null);
        assertThat(DeskRig.isInView(desk.find("code", Label.class))).isFalse();
        picture(desk, "devices-service", language);
    }

    private static void retires(DeskRig desk, ServerApi server, String language) {
        desk.robot().clickOn("#switchService");
        DeskRig.await(() -> only(server).status() == DeviceStatus.RETIRED);
        DeskRig.await(() -> list(desk).getItems().getFirst().device().status() == DeviceStatus.RETIRED);
        picture(desk, "devices-retired", language);
        desk.robot().clickOn("#switchService");
        DeskRig.await(() -> only(server).status() == DeviceStatus.IN_SERVICE);
    }

    private static void loses(DeskRig desk, ServerApi server, String language) {
        desk.robot().clickOn("#lose");
        DeskRig.await(() -> desk.robot().lookup(".question").tryQuery().isPresent());
        Scene asked = desk.robot().lookup(".question").query().getScene();
        Picture.save(asked, "devices-question-" + language);
        assertThat(only(server).status()).isEqualTo(DeviceStatus.IN_SERVICE);
        desk.robot().clickOn(language.equals("en") ? "Declare lost" : "Verloren melden");
        DeskRig.await(() -> only(server).status() == DeviceStatus.LOST);
        DeskRig.await(() -> list(desk).getItems().getFirst().device().status() == DeviceStatus.LOST);
        picture(desk, "devices-lost", language);
    }

    private static Device only(ServerApi server) {
        if (server.devices().list() instanceof ApiOutcome.Answered<List<Device>>(List<Device> found)) {
            return found.getFirst();
        }
        throw new AssertionError("The server did not list its devices");
    }

    @SuppressWarnings("unchecked") // the screen's own list
    private static TableView<DeviceRow> list(DeskRig desk) {
        return desk.find("devices", TableView.class);
    }

    private static void picture(DeskRig desk, String name, String language) {
        Picture.saveDarkAndLight(desk.stage().getScene(), name + "-" + language);
    }
}
