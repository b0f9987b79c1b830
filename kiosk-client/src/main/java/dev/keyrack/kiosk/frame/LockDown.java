package dev.keyrack.kiosk.frame;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.stage.Stage;

/// Keeps a guest inside the program: full screen without a way out, no menus, and only the keys that a form, a keypad
/// or a scanner needs.
public final class LockDown {

    private static final Set<KeyCode> ALLOWED = EnumSet.of(
            KeyCode.TAB,
            KeyCode.ENTER,
            KeyCode.SPACE,
            KeyCode.BACK_SPACE,
            KeyCode.SHIFT,
            KeyCode.CAPS,
            KeyCode.MINUS,
            KeyCode.PERIOD,
            KeyCode.COMMA,
            KeyCode.PLUS,
            KeyCode.SLASH,
            KeyCode.QUOTE,
            KeyCode.COLON,
            KeyCode.AT,
            KeyCode.UNDERSCORE,
            KeyCode.UNDEFINED);

    private LockDown() {}

    /// Nothing closes the stage but the program itself.
    public static void lock(Stage stage) {
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setFullScreen(true);
        stage.setOnCloseRequest(Event::consume);
    }

    /// @param touched is told of every touch and key
    /// @param typed is told what a keyboard or a scanner types
    public static void lock(Scene scene, Runnable touched, Consumer<String> typed) {
        scene.addEventFilter(ContextMenuEvent.ANY, Event::consume);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> touched.run());
        scene.addEventFilter(TouchEvent.TOUCH_PRESSED, _ -> touched.run());
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> typed.accept(event.getCharacter()));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isAllowed(event)) {
                touched.run();
            } else {
                event.consume();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (!isAllowed(event)) {
                event.consume();
            }
        });
    }

    private static boolean isAllowed(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        return plain
                && (code.isLetterKey()
                        || code.isDigitKey()
                        || code.isArrowKey()
                        || code.isKeypadKey()
                        || ALLOWED.contains(code));
    }
}
