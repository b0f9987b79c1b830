package dev.keyrack.showcase;

import dev.keyrack.client.api.ClientJson;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.desktop.DesktopApp;
import dev.keyrack.desktop.board.BoardMap;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/// The front desk with a receptionist before it.
public final class DeskActorMain {

    static final int WIDTH = 1600;
    static final int HEIGHT = 900;
    private static final int MOST_SCROLLS = 50;
    private static final int ROWS_ON = 8;
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.ENGLISH);

    private final Stagehand stagehand;
    private final FxRobot robot;

    /// A stay that was dragged to another unit.
    record Moved(String code, String lastName, String unit, String price) {}

    private DeskActorMain(Stagehand stagehand) {
        this.stagehand = stagehand;
        this.robot = stagehand.robot();
        robot.interact(() -> {
            stagehand.stage().setX(0);
            stagehand.stage().setY(0);
            stagehand.stage().setWidth(WIDTH);
            stagehand.stage().setHeight(HEIGHT);
        });
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
            case "sell a walk-in" -> sellNow(with.get(0), with.get(1));
            case "sell a later stay" -> sellLater(with.get(0), with.get(1), LocalDate.parse(with.get(2)));
            case "look a booking up" -> lookUp(with.get(0), with.get(1));
            case "look the kiosk's sale up" -> lookUpSlowly(with.get(0));
            case "check in" -> checkIn(with.getFirst());
            case "drag a stay to another room" -> drag(LocalDate.parse(with.getFirst()));
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
        stagehand.await("the board has stays", () -> map().countStays() > 0);
        stagehand.picture("01-desk-board");
        return stagehand.text("#connection");
    }

    private BoardMap map() {
        return BoardMap.of(stagehand.find("#board", Node.class));
    }

    /// Answers the code.
    private String sellNow(String firstName, String lastName) {
        begin(firstName, lastName);
        stagehand.picture("03-desk-walk-in");
        String code = pay();
        stagehand.picture("04-desk-sold");
        showSold(code);
        stagehand.picture("05-desk-booking");
        return code;
    }

    /// Answers the code.
    private String sellLater(String firstName, String lastName, LocalDate day) {
        begin(firstName, lastName);
        stagehand.click("#from .text-field");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.write(TYPED.format(day)).type(KeyCode.ENTER);
        stagehand.awaitNode("#payCard");
        stagehand.picture("19-desk-later-stay");
        String code = pay();
        showSold(code);
        return code;
    }

    private void begin(String firstName, String lastName) {
        robot.type(KeyCode.F2);
        stagehand.awaitNode("#payCard");
        stagehand.click("#lastName");
        robot.write(lastName);
        stagehand.click("#firstName");
        robot.write(firstName);
    }

    private String pay() {
        stagehand.click("#payCard");
        stagehand.awaitNode("#soldCode");
        return stagehand.text("#soldCode");
    }

    private void showSold(String code) {
        stagehand.click("#show");
        awaitShown(code);
        stagehand.await("it is confirmed", () -> stagehand.text("#status").equals("Confirmed"));
    }

    private void awaitShown(String code) {
        stagehand.await("the booking is shown", () -> stagehand.text("#code").equals(code));
    }

    /// Answers what stands beside the board.
    private String lookUp(String code, String picture) {
        type(code);
        robot.type(KeyCode.ENTER);
        awaitShown(code);
        stagehand.picture(picture);
        return shown();
    }

    private String lookUpSlowly(String code) {
        type(code);
        stagehand.await(
                "the palette has it first",
                () -> stagehand.text(".palette-texts .label").endsWith(code));
        stagehand.picture("11-desk-palette");
        robot.type(KeyCode.ENTER);
        awaitShown(code);
        stagehand.picture("12-desk-kiosk-sale");
        return shown();
    }

    private void type(String code) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        stagehand.awaitNode("#words");
        robot.write(code);
    }

    private String shown() {
        return String.join(
                "; ",
                stagehand.text("#guest"),
                stagehand.text("#status"),
                stagehand.text("#place"),
                stagehand.text("#payment"));
    }

    private String checkIn(String code) {
        awaitShown(code);
        stagehand.click("#checkIn");
        stagehand.awaitNode("#undoCheckIn");
        stagehand.await("the server knows it", () -> stagehand.text("#sync").equals("Saved"));
        stagehand.picture("16-desk-checked-in");
        return shown();
    }

    /// Answers what was [Moved]. Where the house's rules are against one stay's move, another is tried.
    private String drag(LocalDate day) {
        stagehand.click("#rail-board");
        robot.clickOn(Stagehand.look(() -> map().corner()));
        Set<BookingId> tried = new HashSet<>();
        for (int i = 0; i < MOST_SCROLLS; i++) {
            for (BoardMap.Move move : Stagehand.look(() -> map().listMoves(day))) {
                if (tried.add(move.booking().bookingId())) {
                    if (isPriced(move)) {
                        return confirm(move);
                    }
                    stagehand.click(".change-card #dismiss");
                }
            }
            robot.type(KeyCode.DOWN, ROWS_ON);
        }
        stagehand.picture("failed");
        throw new IllegalStateException("no stay can be dragged to another room");
    }

    private boolean isPriced(BoardMap.Move move) {
        robot.drag(move.from()).moveTo(move.to()).drop();
        stagehand.await(
                "the price is asked about",
                () -> stagehand.sees(".change-card #confirm") || stagehand.sees(".change-refusal"));
        return stagehand.sees(".change-card #confirm");
    }

    private String confirm(BoardMap.Move move) {
        stagehand.picture("17-desk-dragged");
        String price = stagehand.text("#oldPrice") + " before, " + stagehand.text("#newPrice") + " now";
        stagehand.click(".change-card #confirm");
        stagehand.await(
                "the board says so", () -> stagehand.text(".board-notice").contains(move.unitName()));
        stagehand.picture("18-desk-moved");
        return ClientJson.write(new Moved(
                move.booking().confirmationCode(), move.booking().userDetails().lastName(), move.unitName(), price));
    }

    /// Answers what the guest was told before and after.
    private String cancel(String code) {
        awaitShown(code);
        stagehand.click("#cancel");
        stagehand.awaitNode(".dialog-pane");
        DialogPane dialog = stagehand.find(".dialog-pane", DialogPane.class);
        stagehand.pictureOf(dialog.getScene(), "20-desk-refund-asked");
        String before = dialog.getContentText();
        robot.clickOn(Stagehand.look(() -> dialog.lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && button.isDefaultButton())
                .findFirst()
                .orElseThrow()));
        stagehand.await("it is cancelled", () -> stagehand.text("#status").equals("Cancelled"));
        stagehand.await("the refund is told", () -> stagehand.text("#payments").contains("given back"));
        stagehand.picture("21-desk-cancelled");
        return before + " " + stagehand.text(".booking-notice");
    }
}
