package dev.keyrack.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.desktop.board.BoardRobot;
import dev.keyrack.fx.check.Labels;
import dev.keyrack.fx.check.Picture;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Coming and going: another language, signing out, and coming back while the server is silent.
class FrameLifeIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void speaksAnotherLanguageInPlaceAndComesBackWithoutTheServer() throws Exception {
        try (DeskRig desk = new DeskRig(folder, "en")) {
            desk.signIn();
            new BoardRobot(desk).awaitStays();
            desk.robot().push(KeyCode.F7);
            desk.robot().clickOn("View").clickOn("Deutsch");
            DeskRig.await(() -> desk.stage().getTitle().equals("Keyrack: Empfang"));
            assertThat(desk.find("title", Label.class).getText()).isEqualTo("Abreisen");
            DeskRig.await(() -> !desk.find("table", TableView.class).getItems().isEmpty());

            desk.robot().interact(() -> desk.stage().setWidth(1920));
            desk.robot().interact(() -> desk.stage().setHeight(1080));
            Picture.save(desk.stage().getScene(), "day-departures-de-1920");
            assertThat(Labels.clipped(desk.stage().getScene().getRoot())).isEmpty();

            desk.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
            DeskRig.await(() -> desk.robot().lookup("#password").tryQuery().isPresent());
            assertThat(desk.robot().lookup("#rail-board").tryQuery()).isEmpty();

            desk.server().close();
            DeskRig.await(() -> desk.find("offline", Label.class).isVisible());
            Picture.save(desk.stage().getScene(), "signin-offline-de");
            desk.robot().interact(() -> desk.find("name", TextField.class).clear());
            desk.signIn();
            new BoardRobot(desk).awaitStays();
            assertThat(desk.find("connection", Label.class).getText()).startsWith("Offline seit");
            Picture.save(desk.stage().getScene(), "board-offline-de-1920");
        }
    }
}
