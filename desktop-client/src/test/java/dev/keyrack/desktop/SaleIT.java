package dev.keyrack.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.desktop.board.BoardRobot;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.check.Labels;
import dev.keyrack.fx.check.Picture;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaleIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private int keystrokes;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void sellsAWalkInWithTwelveKeystrokesAndTheName(String language) throws Exception {
        try (DeskRig desk = new DeskRig(folder, language)) {
            desk.signIn();
            new BoardRobot(desk).awaitStays();

            press(desk, KeyCode.F2);
            DeskRig.await(() -> !desk.find("payCash", Button.class).isDisabled());
            picture(desk, "sale-begun", language);
            press(desk, KeyCode.F8);
            assertThat(desk.find("lastNameFault", Label.class).isVisible()).isTrue();
            picture(desk, "sale-fault", language);
            keystrokes--;

            desk.robot().write("Featherstonehaugh-Vaz");
            press(desk, KeyCode.TAB);
            desk.robot().write("Maria");
            press(desk, KeyCode.F8);
            DeskRig.await(() -> desk.find("soldCode", Label.class).isVisible());
            picture(desk, "sale-sold", language);
            assertThat(keystrokes).isLessThanOrEqualTo(12);

            desk.robot().clickOn("#show");
            DeskRig.await(() -> desk.find("guest", Label.class).getText().endsWith("Featherstonehaugh-Vaz"));
            picture(desk, "sale-shown", language);
        }
    }

    private void press(DeskRig desk, KeyCode key) {
        keystrokes++;
        desk.robot().type(key);
    }

    private static void picture(DeskRig desk, String name, String language) {
        desk.robot().interact(() -> Theme.DARK.wear(desk.stage().getScene()));
        Picture.save(desk.stage().getScene(), name + "-" + language + "-dark");
        desk.robot().interact(() -> Theme.LIGHT.wear(desk.stage().getScene()));
        Picture.save(desk.stage().getScene(), name + "-" + language);
        assertThat(Labels.clipped(desk.stage().getScene().getRoot())).isEmpty();
    }
}
