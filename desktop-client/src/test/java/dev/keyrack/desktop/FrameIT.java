package dev.keyrack.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.session.SingleInstance;
import dev.keyrack.desktop.board.BoardRobot;
import dev.keyrack.fx.check.Picture;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A morning at the desk by rail, keys and palette, against the real server.
class FrameIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void worksThroughTheListsAndGoesOnWithoutTheServer(String language) throws Exception {
        try (DeskRig desk = new DeskRig(folder, language)) {
            desk.signIn();
            new BoardRobot(desk).awaitStays();
            picture(desk, "frame-board", language);

            press(desk, KeyCode.F5);
            TableView<?> table = desk.find("table", TableView.class);
            DeskRig.await(() -> !table.getItems().isEmpty());
            picture(desk, "day-arrivals", language);
            int due = table.getItems().size();
            desk.robot().interact(() -> {
                table.requestFocus();
                table.getSelectionModel().selectFirst();
            });
            press(desk, KeyCode.ENTER);
            DeskRig.await(() -> table.getItems().size() == due - 1);
            picture(desk, "day-checked-in", language);
            DeskRig.await(() -> queue(desk).startsWith(language.equals("en") ? "Online, every" : "Verbunden, alles"));

            for (KeyCode key : new KeyCode[] {KeyCode.F6, KeyCode.F7, KeyCode.F8, KeyCode.F9}) {
                press(desk, key);
                picture(desk, "day-" + key.getName().toLowerCase(Locale.ROOT), language);
            }
            findByPalette(desk, language);
            searchGuests(desk, language);
            press(desk, KeyCode.F11);
            picture(desk, "attention-empty", language);

            assertThat(SingleInstance.claim(folder.resolve("desk"))).isEmpty();

            desk.server().close();
            DeskRig.await(() -> queue(desk).startsWith("Offline"));
            press(desk, KeyCode.F5);
            desk.robot().interact(() -> {
                table.requestFocus();
                table.getSelectionModel().selectFirst();
            });
            String guest = String.valueOf(table.getColumns().getFirst().getCellData(0));
            press(desk, KeyCode.ENTER);
            DeskRig.await(() -> queue(desk).contains(language.equals("en") ? "1 change waiting" : "1 Änderung wartet"));
            press(desk, KeyCode.F6);
            desk.robot().clickOn(desk.find("search", TextField.class)).write(guest);
            DeskRig.await(() -> table.getItems().size() == 1);
            picture(desk, "day-offline", language);
            press(desk, KeyCode.F2);
            DeskRig.await(() -> desk.robot().lookup("#stayNotice").tryQuery().isPresent()
                    && desk.find("stayNotice", Label.class).isVisible());
            assertThat(desk.find("payCash", Button.class).isDisabled()).isTrue();
            picture(desk, "sale-offline", language);
        }
    }

    private static void findByPalette(DeskRig desk, String language) {
        desk.robot().push(KeyCode.CONTROL, KeyCode.K);
        picture(desk, "palette-actions", language);
        desk.robot().write("101");
        ListView<?> list = desk.find("list", ListView.class);
        DeskRig.await(() -> !list.getItems().isEmpty());
        picture(desk, "palette-room", language);
        press(desk, KeyCode.ESCAPE);
        desk.robot().push(KeyCode.CONTROL, KeyCode.K);
        desk.robot().write("+3");
        String onTheBoard = language.equals("en") ? "Show on the board" : "Im Zimmerplan zeigen";
        DeskRig.await(() -> !list.getItems().isEmpty()
                && String.valueOf(list.getItems().getFirst()).contains(onTheBoard));
        press(desk, KeyCode.ENTER);
        DeskRig.await(() -> desk.robot().lookup("#board").tryQuery().isPresent());
    }

    private static void searchGuests(DeskRig desk, String language) {
        press(desk, KeyCode.F3);
        picture(desk, "guest-empty", language);
        desk.robot().clickOn("#search").write("ma");
        ListView<?> guests = desk.find("found", ListView.class);
        DeskRig.await(() -> !guests.getItems().isEmpty());
        press(desk, KeyCode.DOWN);
        TableView<?> stays = desk.find("stays", TableView.class);
        DeskRig.await(() -> !stays.getItems().isEmpty());
        picture(desk, "guest", language);
        desk.robot().clickOn("#begin");
        desk.robot().interact(() -> guests.getSelectionModel().select(1));
        picture(desk, "guest-merge", language);
    }

    private static String queue(DeskRig desk) {
        return desk.find("connection", Label.class).getText();
    }

    private static void press(DeskRig desk, KeyCode key) {
        desk.robot().push(key);
    }

    private static void picture(DeskRig desk, String name, String language) {
        Picture.saveDarkAndLight(desk.stage().getScene(), name + "-" + language);
    }
}
