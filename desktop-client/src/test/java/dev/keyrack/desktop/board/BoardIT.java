package dev.keyrack.desktop.board;

import dev.keyrack.desktop.DeskRig;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.check.Picture;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void changesStaysInPlaceAndTakesThemBack(String language) throws Exception {
        try (DeskRig desk = new DeskRig(folder, language)) {
            desk.signIn();
            var board = new BoardRobot(desk);
            board.awaitStays();

            String longer = board.dragEndOn();
            DeskRig.await(() -> !desk.find("newPrice", Label.class).getText().isEmpty());
            picture(desk, "board-extend", language);
            desk.robot().clickOn("#confirm");
            awaitNotice(desk, longer);
            takeBack(desk);

            String swapped = board.dropOnAnother();
            DeskRig.await(() -> !desk.find("confirm", Button.class).isDisabled());
            picture(desk, "board-swap", language);
            desk.robot().clickOn("#confirm");
            awaitNotice(desk, swapped);
            takeBack(desk);

            String split = board.splitByKeyboard();
            picture(desk, "board-split-draft", language);
            desk.robot().type(KeyCode.ENTER);
            DeskRig.await(() -> !desk.find("newPrice", Label.class).getText().isEmpty());
            picture(desk, "board-split", language);
            desk.robot().type(KeyCode.ENTER);
            awaitNotice(desk, split);
            takeBack(desk);

            weeks(desk, language);
        }
    }

    private static void weeks(DeskRig desk, String language) {
        desk.robot().clickOn("#weeks");
        picture(desk, "board-weeks", language);
        desk.robot().clickOn("#weeks");
        desk.robot().interact(() -> Theme.DARK.wear(desk.stage().getScene()));
        legend(desk, language + "-dark");
        desk.robot().interact(() -> Theme.LIGHT.wear(desk.stage().getScene()));
        legend(desk, language);
        desk.robot().interact(() -> {
            desk.stage().setWidth(1920);
            desk.stage().setHeight(1080);
        });
        desk.robot().clickOn("#now");
        new BoardRobot(desk).scrollToTheLargest();
        picture(desk, "board-wide", language);
    }

    private static void awaitNotice(DeskRig desk, String text) {
        DeskRig.await(() -> !desk.find("undo", Button.class).isDisabled()
                && desk.find("notice", Label.class).getText().contains(text));
    }

    /// Asks with a price where there is one, and is answered.
    private static void takeBack(DeskRig desk) {
        desk.robot().clickOn("#undo");
        DeskRig.await(() -> desk.find("undo", Button.class).isDisabled()
                || !desk.find("confirm", Button.class).isDisabled());
        if (!desk.find("undo", Button.class).isDisabled()) {
            desk.robot().clickOn("#confirm");
        }
        DeskRig.await(() -> desk.find("undo", Button.class).isDisabled());
    }

    private static void legend(DeskRig desk, String look) {
        desk.robot().clickOn("#legend");
        // a pop-over shows its content only once it knows its place
        DeskRig.await(() -> desk.robot().lookup(".board-legend .label").queryAllAs(Label.class).stream()
                .anyMatch(meaning -> meaning.getWidth() > 0 && DeskRig.isInView(meaning)));
        Picture.save(desk.robot().lookup(".board-legend").query().getScene(), "board-legend-" + look);
        desk.robot().type(KeyCode.ESCAPE);
    }

    private static void picture(DeskRig desk, String name, String language) {
        Picture.saveDarkAndLight(desk.stage().getScene(), name + "-" + language);
    }
}
