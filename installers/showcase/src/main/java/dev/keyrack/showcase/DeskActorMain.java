package dev.keyrack.showcase;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.desktop.DesktopApp;
import dev.keyrack.desktop.board.BoardMap;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The front desk with a receptionist before it.
public final class DeskActorMain {

    private static final int MOST_SCROLLS = 80;

    private final Stagehand stagehand;
    private final FxRobot robot;

    private DeskActorMain(Stagehand stagehand) {
        this.stagehand = stagehand;
        this.robot = stagehand.robot();
    }

    public static void main(String... arguments) throws IOException, TimeoutException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        List<String> all = List.of(arguments);
        DeskActorMain receptionist =
                new DeskActorMain(new Stagehand(DesktopApp.class, Path.of(all.getFirst()), all.subList(1, all.size())));
        Stagehand.serve(receptionist::act, out);
    }

    private String act(String what, List<String> with) {
        return switch (what) {
            case "sign in" -> signIn(with.get(0), with.get(1));
            case "sell a walk-in" -> sell(with.get(0), with.get(1), 0);
            case "sell for later" -> sell(with.get(0), with.get(1), 7);
            case "look up" -> lookUp(with.get(0), with.get(1));
            case "check in" -> checkIn(with.getFirst());
            case "drag to another room" -> drag();
            case "cancel" -> cancel(with.getFirst());
            default -> throw new IllegalArgumentException("nobody taught the receptionist to " + what);
        };
    }

    private String signIn(String name, String password) {
        stagehand.click("#name");
        robot.write(name);
        stagehand.click("#password");
        robot.write(password);
        stagehand.click("#enter");
        stagehand.awaitNode("#board");
        stagehand.await("the board has stays", () -> BoardMap.of(board()).countStays() > 0);
        stagehand.picture("desk-1-board");
        return text("connection");
    }

    private Node board() {
        return stagehand.find("#board", Node.class);
    }

    /// Scrolls down until a stay is in view that another room could take.
    private BoardMap.Move findMove() {
        for (int i = 0; i < MOST_SCROLLS; i++) {
            Optional<BoardMap.Move> found = WaitForAsyncUtils.waitForAsyncFx(
                    5_000, () -> BoardMap.of(board()).findMove());
            if (found.isPresent()) {
                return found.get();
            }
            robot.moveTo("#board").scroll(3, VerticalDirection.DOWN);
            WaitForAsyncUtils.waitForFxEvents();
        }
        throw new IllegalStateException("no stay can be moved");
    }

    /// Answers the code.
    private String sell(String firstName, String lastName, int daysOn) {
        robot.type(KeyCode.F2);
        stagehand.awaitNode("#payCard");
        if (daysOn > 0) {
            robot.interact(() -> {
                DatePicker from = stagehand.find("#from", DatePicker.class);
                DatePicker to = stagehand.find("#to", DatePicker.class);
                from.setValue(from.getValue().plusDays(daysOn));
                to.setValue(to.getValue().plusDays(daysOn));
            });
            stagehand.awaitNode("#payCard");
        }
        stagehand.click("#lastName");
        robot.write(lastName);
        stagehand.click("#firstName");
        robot.write(firstName);
        if (daysOn == 0) {
            stagehand.picture("desk-2-walk-in");
        }
        stagehand.click("#payCard");
        stagehand.awaitNode("#soldCode");
        if (daysOn == 0) {
            stagehand.picture("desk-3-sold");
        }
        String code = text("soldCode");
        stagehand.click("#show");
        stagehand.await("the booking is shown", () -> text("code").equals(code));
        return code;
    }

    /// Finds a booking by its code, as it lies beside the board; answers its status.
    private String lookUp(String code, String picture) {
        show(code);
        stagehand.picture(picture);
        return text("guest") + ", " + text("status");
    }

    private void show(String code) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        stagehand.awaitNode("#words");
        robot.write(code);
        stagehand.await(
                "the palette has found it",
                () -> !stagehand
                        .find("#list", javafx.scene.control.ListView.class)
                        .getItems()
                        .isEmpty());
        robot.type(KeyCode.ENTER);
        stagehand.await("the booking is shown", () -> text("code").equals(code));
    }

    private String checkIn(String code) {
        show(code);
        stagehand.click("#checkIn");
        stagehand.awaitNode("#undoCheckIn");
        stagehand.picture("desk-6-checked-in");
        return text("status");
    }

    /// Answers code, last name and new room, with tabs between them.
    private String drag() {
        stagehand.click("#rail-board");
        BoardMap.Move move = findMove();
        robot.drag(move.from()).moveTo(move.to()).drop();
        Booking booking = move.booking();
        stagehand.await("the board says so", () -> text("notice").contains(move.unitName()));
        stagehand.picture("desk-7-dragged");
        return booking.confirmationCode() + "\t" + booking.userDetails().lastName() + "\t" + move.unitName();
    }

    /// Answers what the guest is given back.
    private String cancel(String code) {
        show(code);
        stagehand.click("#cancel");
        stagehand.await(
                "the refund is shown",
                () -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        DialogPane dialog = robot.lookup(".dialog-pane").queryAs(DialogPane.class);
        stagehand.pictureOf(dialog.getScene(), "desk-8-refund-shown");
        String words = dialog.getContentText();
        Node yes = dialog.lookupButton(dialog.getButtonTypes().stream()
                .filter(type -> type.getButtonData().isDefaultButton())
                .findFirst()
                .orElseThrow());
        robot.clickOn(yes);
        stagehand.await("it is cancelled", () -> text("status").equals("Cancelled"));
        stagehand.picture("desk-9-cancelled");
        return words.lines().findFirst().orElse("");
    }

    private String text(String id) {
        return robot.lookup("#" + id).queryAll().stream()
                .filter(node -> node instanceof Label && node.getScene() != null && Stagehand.isShown(node))
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse("");
    }
}
