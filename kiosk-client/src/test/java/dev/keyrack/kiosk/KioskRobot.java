package dev.keyrack.kiosk;

import dev.keyrack.fx.check.CalmRobot;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.testfx.api.FxRobot;

/// A guest in front of the kiosk. The ids that it touches are the kiosk's outside: `begin`, `arrive`, `english`,
/// `german`, `staff`; `offer-RESOURCE`, `otherDates`; `day-DATE`, `confirm`; `moreGuests`, `take`; `firstName`,
/// `lastName`, `email`, `phone`; `pay`, `stop`, `retry`; `code`, `arrivalName`; `payBalance`, `checkIn`, `done`;
/// `back`, `cancel`, `stay`, `language`, `contrast`, `reach`; `enrolment`, `exitCode`, `printer`; `staffCode`,
/// `end`, `setUp`; and `key-` with what a key types.
public final class KioskRobot {

    private final FxRobot robot = new CalmRobot();
    private final Scene scene;
    private int touches;

    public KioskRobot(Scene scene) {
        this.scene = scene;
    }

    /// How often the guest has touched the screen, without the keys of the keyboard.
    public int touches() {
        return touches;
    }

    public boolean sees(String id) {
        Node found = find(id);
        return found != null && isShown(found);
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private Node find(String id) {
        return CalmRobot.look(() -> scene.getRoot().lookup("#" + id.replace(".", "\\.")));
    }

    public String text(String id) {
        return find(id) instanceof Labeled label ? label.getText() : "";
    }

    /// Touches a thing, once it can be touched.
    public void touch(String id) {
        await(id);
        touches++;
        press(id);
    }

    private void press(String id) {
        KioskRig.await(() -> find(id) instanceof Button button && !button.isDisabled());
        robot.interact(() -> ((Button) find(id)).requestFocus());
        robot.clickOn(find(id));
    }

    public void await(String id) {
        KioskRig.await(() -> sees(id));
    }

    /// Types on the screen's own keys, as far as they are on the face that is shown, into the field of that id.
    public void type(String field, String text) {
        await(field);
        robot.clickOn(find(field));
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(sign ->
                        robot.clickOn(find("key-" + (sign.equals(" ") ? "space" : sign.toLowerCase(Locale.ROOT)))));
    }

    /// Types into a field on a real keyboard.
    public void typeFast(String field, String text) {
        await(field);
        robot.clickOn(find(field));
        send(text);
    }

    /// Holds a ticket before the scanner, which types it.
    public void scan(String ticket) {
        send(ticket);
        send("\r");
    }

    private void send(String text) {
        robot.interact(() -> text.codePoints()
                .forEach(sign -> javafx.event.Event.fireEvent(
                        scene.getRoot(),
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

    /// Sets a new kiosk up as staff do.
    public void setUp(String code, String exitCode, String printer) {
        typeFast("enrolment", code);
        typeFast("exitCode", exitCode);
        typeFast("printer", printer);
        press("confirm");
        await("begin");
    }

    /// The first room that is offered.
    public void chooseRoom() {
        KioskRig.await(() -> scene.getRoot().lookup(".offer-card") != null);
        touches++;
        robot.clickOn(CalmRobot.look(() -> scene.getRoot().lookup(".offer-card")));
    }

    /// The first time that is shown and can be touched.
    public void chooseTime() {
        KioskRig.await(() -> scene.getRoot().lookup(".time") != null);
        touches++;
        robot.clickOn(CalmRobot.look(() -> scene.getRoot().lookupAll(".time").stream()
                .filter(time -> !time.isDisabled())
                .findFirst()
                .orElseThrow()));
    }

    public void chooseDay(String date) {
        touch("day-" + date);
    }
}
