package dev.keyrack.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.desktop.board.BoardRobot;
import dev.keyrack.fx.check.Picture;
import java.nio.file.Path;
import java.time.LocalDate;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
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
            assertThat(desk.robot()
                            .lookup("#lastName .form-field-fault")
                            .query()
                            .isVisible())
                    .isTrue();
            picture(desk, "sale-fault", language);
            keystrokes--;

            desk.robot().write("Featherstonehaugh-Vaz");
            press(desk, KeyCode.TAB);
            desk.robot().write("Maria");
            press(desk, KeyCode.F8);
            DeskRig.await(() -> desk.find("resultBox", VBox.class).isVisible());
            picture(desk, "sale-sold", language);
            assertThat(keystrokes).isLessThanOrEqualTo(12);

            desk.robot().clickOn("#show");
            DeskRig.await(() -> desk.robot().lookup("#guest").tryQuery().isPresent());
            DeskRig.await(() -> desk.find("guest", Label.class).getText().endsWith("Featherstonehaugh-Vaz"));
            picture(desk, "sale-shown", language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void takesABookingByTelephoneThenChangesPaysAndCancelsIt(String language) throws Exception {
        try (DeskRig desk = new DeskRig(folder, language)) {
            desk.signIn();
            new BoardRobot(desk).awaitStays();
            press(desk, KeyCode.F2);
            DeskRig.await(() -> !desk.find("payLater", Button.class).isDisabled());
            LocalDate first = desk.find("from", DatePicker.class).getValue().plusDays(40);
            desk.robot().interact(() -> desk.find("from", DatePicker.class).setValue(first));
            desk.robot().interact(() -> desk.find("to", DatePicker.class).setValue(first.plusDays(2)));
            DeskRig.await(() -> !desk.find("payLater", Button.class).isDisabled());
            desk.robot().clickOn("#lastName").write("Reis");
            desk.robot().clickOn("#firstName").write("Ana");
            press(desk, KeyCode.F7);
            DeskRig.await(() -> desk.find("resultBox", VBox.class).isVisible());
            picture(desk, "phone-booked", language);
            desk.robot().clickOn("#show");
            DeskRig.await(() -> desk.robot().lookup("#guest").tryQuery().isPresent());
            DeskRig.await(() -> desk.find("guest", Label.class).getText().equals("Ana Reis"));

            desk.robot().clickOn("#changeNext");
            desk.robot().interact(() -> desk.find("to", DatePicker.class).setValue(first.plusDays(4)));
            DeskRig.await(() -> !desk.find("confirm", Button.class).isDisabled());
            picture(desk, "booking-change", language);
            desk.robot().interact(() -> desk.find("confirm", Button.class).fire());
            DeskRig.await(() -> !desk.find("stayForm", VBox.class).isVisible());

            desk.robot().interact(() -> desk.find("payCash", Button.class).fire());
            DeskRig.await(() -> !desk.find("payCash", Button.class).isVisible());
            DeskRig.await(() -> !desk.find("payments", Label.class).getText().isEmpty());
            picture(desk, "booking-paid", language);

            desk.robot().interact(() -> desk.find("cancel", Button.class).fire());
            DeskRig.await(() -> desk.robot().lookup(".dialog-pane").tryQuery().isPresent());
            Picture.saveDarkAndLight(
                    desk.stage().getScene(),
                    desk.robot().lookup(".dialog-pane").query().getScene(),
                    "booking-cancel-" + language);
            press(desk, KeyCode.ENTER);
            DeskRig.await(() -> !desk.find("cancel", Button.class).isVisible());
            picture(desk, "booking-cancelled", language);
        }
    }

    private void press(DeskRig desk, KeyCode key) {
        keystrokes++;
        desk.robot().type(key);
    }

    private static void picture(DeskRig desk, String name, String language) {
        Picture.saveDarkAndLight(desk.stage().getScene(), name + "-" + language);
    }
}
