package dev.keyrack.showcase;

import dev.keyrack.kiosk.KioskApp;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The kiosk with a guest before it.
public final class KioskActorMain {

    private final Stagehand stagehand;

    private KioskActorMain(Stagehand stagehand) {
        this.stagehand = stagehand;
    }

    public static void main(String... arguments) throws IOException, TimeoutException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        List<String> all = List.of(arguments);
        KioskActorMain guest =
                new KioskActorMain(new Stagehand(KioskApp.class, Path.of(all.getFirst()), all.subList(1, all.size())));
        Stagehand.serve(guest::act, out);
    }

    private String act(String what, List<String> with) {
        return switch (what) {
            case "set up" -> setUp(with.getFirst());
            case "choose a room" -> chooseRoom(with.get(0), with.get(1));
            case "pay" -> pay();
            case "check in" -> checkIn(with.get(0), with.get(1));
            case "find a booking" -> find(with.get(0), with.get(1), with.get(2));
            case "ask for another's booking" -> ask(with.get(0), with.get(1));
            default -> throw new IllegalArgumentException("nobody taught the guest to " + what);
        };
    }

    private String setUp(String code) {
        type("enrolment", code);
        type("exitCode", "4711");
        stagehand.click("#confirm");
        stagehand.await("the prices are known", () -> stagehand.text("#price").contains("€"));
        stagehand.picture("02-kiosk-welcome");
        return stagehand.text("#price");
    }

    /// Answers what is to be paid.
    private String chooseRoom(String firstName, String lastName) {
        stagehand.click("#begin");
        stagehand.awaitNode(".offer-card");
        stagehand.await("the rooms' pictures are there", this::showsPictures);
        stagehand.picture("06-kiosk-offers");
        stagehand.click(".offer-card");
        stagehand.awaitNode("#take");
        stagehand.picture("07-kiosk-room");
        stagehand.click("#take");
        stagehand.awaitNode("#firstName");
        typeOnScreen("firstName", firstName);
        typeOnScreen("lastName", lastName);
        type("email", "kiosk.guest@example.com");
        stagehand.picture("08-kiosk-details");
        stagehand.click("#confirm");
        stagehand.await("the price is told", () -> stagehand.text("#total").contains("€"));
        stagehand.picture("09-kiosk-price");
        return stagehand.text("#total");
    }

    /// Answers the code on the ticket.
    private String pay() {
        stagehand.click("#pay");
        stagehand.awaitNode("#qr");
        stagehand.picture("10-kiosk-ticket");
        String code = stagehand.text("#code");
        leave("#done");
        return code;
    }

    /// Answers what the kiosk says to somebody who does not know the name.
    private String ask(String code, String wrongName) {
        arrive(code, wrongName);
        stagehand.await("nothing is found", () -> stagehand.text("#notice").startsWith("We do not find"));
        stagehand.picture("13-kiosk-not-found");
        String words = stagehand.text("#notice");
        leave("#cancel");
        return words;
    }

    /// Answers the room that was given.
    private String checkIn(String code, String lastName) {
        arrive(code, lastName);
        stagehand.awaitNode("#checkIn");
        stagehand.picture("14-kiosk-arriving");
        stagehand.click("#checkIn");
        stagehand.await("the room is told", () -> !stagehand.text("#unit").isEmpty());
        stagehand.picture("15-kiosk-checked-in");
        String unit = stagehand.text("#unit");
        leave("#done");
        return unit;
    }

    /// Answers what an arriving guest is shown.
    private String find(String code, String lastName, String picture) {
        arrive(code, lastName);
        stagehand.await("it is found", () -> !stagehand.text("#advice").isEmpty());
        stagehand.picture(picture);
        String shown = String.join(
                "; ",
                stagehand.text("#room"),
                stagehand.text("#stay"),
                stagehand.text("#balance"),
                stagehand.text("#advice"));
        leave("#cancel");
        return shown;
    }

    private void arrive(String code, String lastName) {
        stagehand.click("#arrive");
        type("code", code);
        type("arrivalName", lastName);
        stagehand.click("#confirm");
    }

    private void leave(String button) {
        stagehand.click(button);
        stagehand.awaitNode("#begin");
    }

    private boolean showsPictures() {
        return stagehand.stage().getScene().getRoot().lookupAll(".offer-card .image-view").stream()
                .anyMatch(node -> node instanceof ImageView view && view.getImage() != null);
    }

    private void typeOnScreen(String field, String text) {
        stagehand.click("#" + field);
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(Character::toString)
                .forEach(sign -> stagehand.click("#key-" + sign));
    }

    private void type(String field, String text) {
        stagehand.click("#" + field);
        stagehand
                .robot()
                .interact(() -> text.codePoints()
                        .forEach(sign -> Event.fireEvent(
                                stagehand.stage().getScene().getRoot(),
                                new KeyEvent(
                                        KeyEvent.KEY_TYPED,
                                        Character.toString(sign),
                                        "",
                                        KeyCode.UNDEFINED,
                                        false,
                                        false,
                                        false,
                                        false))));
    }
}
