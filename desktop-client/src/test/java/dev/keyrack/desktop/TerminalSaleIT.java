package dev.keyrack.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.desktop.board.BoardRobot;
import dev.keyrack.fx.check.Picture;
import dev.keyrack.terminal.Gesture;
import dev.keyrack.terminal.TerminalSimulator;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalSaleIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void chargesAGoodCardOnceAfterABadOne(String language) throws Exception {
        try (var terminal = new TerminalSimulator(folder.resolve("terminal.journal"), 0);
                var desk = new DeskRig(folder, language, terminal.address())) {
            desk.signIn();
            new BoardRobot(desk).awaitStays();
            desk.robot().type(KeyCode.F2);
            DeskRig.await(() -> !desk.find("payCard", Button.class).isDisabled());
            desk.robot().write("Reis").type(KeyCode.TAB).write("Ana").type(KeyCode.F9);
            terminal.awaitPayment();
            DeskRig.await(() -> desk.find("waiting", VBox.class).isVisible());
            picture(desk, "sale-terminal", language);

            terminal.gesture(Gesture.DECLINE);
            DeskRig.await(() -> desk.find("moneyNotice", Label.class).isVisible());
            picture(desk, "sale-declined", language);
            assertThat(desk.find("extend", Button.class).isVisible())
                    .as("kept longer for the card already")
                    .isFalse();
            assertThat(terminal.listApproved()).isEmpty();

            desk.robot().type(KeyCode.F9);
            terminal.awaitPayment();
            terminal.gesture(Gesture.DROP);
            DeskRig.await(() -> desk.find("resultBox", VBox.class).isVisible());
            assertThat(desk.find("soldMoney", Label.class).getText()).contains("4242");
            assertThat(terminal.listApproved()).hasSize(1);
            picture(desk, "sale-by-card", language);
        }
    }

    private static void picture(DeskRig desk, String name, String language) {
        Picture.saveDarkAndLight(desk.stage().getScene(), name + "-" + language);
    }
}
