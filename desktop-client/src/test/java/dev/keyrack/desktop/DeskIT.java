package dev.keyrack.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.desktop.board.BoardRobot;
import dev.keyrack.fx.check.Picture;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void checksGuestsInAndMovesThem(String language) throws Exception {
        try (DeskRig desk = new DeskRig(folder, language)) {
            Picture.save(desk.stage().getScene(), "signin-" + language);
            desk.signIn();
            BoardRobot board = new BoardRobot(desk);
            board.awaitStays();
            picture(desk, "board", language);

            String arrival = board.chooseArrival();
            DeskRig.await(() -> desk.find("guest", Label.class).getText().endsWith(arrival));
            picture(desk, "booking", language);
            desk.robot().clickOn("#checkIn");
            DeskRig.await(() -> desk.find("checkOut", Button.class).isVisible());
            String recorded = language.equals("en") ? "checked in" : "eingecheckt";
            DeskRig.await(() -> desk.find("history", Label.class).getText().contains(recorded));
            picture(desk, "checked-in", language);

            String target = board.dragToFreeUnit();
            DeskRig.await(() -> desk.find("notice", Label.class).getText().contains(target));
            assertThat(desk.find("undo", Button.class).isDisabled()).isFalse();
            picture(desk, "moved", language);
            desk.robot().clickOn("#undo");
            DeskRig.await(() -> desk.find("undo", Button.class).isDisabled());
        }
    }

    private static void picture(DeskRig desk, String name, String language) {
        Picture.saveDarkAndLight(desk.stage().getScene(), name + "-" + language);
    }
}
