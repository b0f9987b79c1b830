package dev.keyrack.kiosk.keyboard;

import dev.keyrack.kiosk.keyboard.KeyboardRule.Face;
import java.util.List;
import java.util.Locale;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Keys on the screen for the field that is being typed into. Real keys work too, as far as the field takes them. Each
/// key has the id `key-` and what it types.
public final class Keyboard extends VBox {

    private final EventHandler<KeyEvent> real = this::onRealKey;
    private @Nullable Form form;
    private Locale language = Locale.ENGLISH;
    private Face face = Face.SMALL;
    private List<List<String>> shown = List.of();

    public Keyboard() {
        getStyleClass().add("keyboard");
        sceneProperty().subscribe(this::listen);
    }

    public void show(Form typed, Locale wanted) {
        form = typed;
        language = wanted;
        typed.activeProperty().subscribe(_ -> begin());
    }

    private void listen(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventHandler(KeyEvent.ANY, real);
        }
        if (now != null) {
            now.addEventHandler(KeyEvent.ANY, real);
        }
    }

    private void onRealKey(KeyEvent event) {
        if (form == null) {
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            String signs = event.getCharacter();
            if (!signs.isEmpty() && !Character.isISOControl(signs.charAt(0)) && !signs.isBlank()) {
                type(signs);
            }
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.BACK_SPACE) {
            erase();
        }
    }

    private void begin() {
        face = startsWord() ? Face.CAPITALS : Face.SMALL;
        draw();
    }

    private boolean startsWord() {
        return form != null
                && KeyboardRule.startsWord(
                        form.activeProperty().get().kind(),
                        form.activeProperty().get().text());
    }

    private void draw() {
        if (form == null) {
            return;
        }
        FieldKind kind = form.activeProperty().get().kind();
        List<List<String>> keys = KeyboardRule.rows(kind, language, face);
        List<List<String>> rows = form.fields().size() > 1 ? KeyboardRule.withNext(kind, keys) : keys;
        if (!rows.equals(shown)) {
            shown = rows;
            boolean pad = KeyboardRule.isPad(kind);
            getChildren().setAll(rows.stream().map(row -> row(row, pad)).toList());
        }
    }

    private HBox row(List<String> keys, boolean pad) {
        HBox row = new HBox();
        row.getStyleClass().add(pad ? "keyboard-pad" : "keyboard-row");
        keys.forEach(key -> row.getChildren().add(key(key)));
        return row;
    }

    private Button key(String key) {
        Button button = new Button(key.equals(KeyboardRule.SPACE) ? "␣" : key);
        button.setId("key-" + nameOf(key));
        button.getStyleClass().add("key");
        button.setFocusTraversable(true);
        button.setMnemonicParsing(false);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        if (key.equals(KeyboardRule.SPACE)) {
            button.getStyleClass().add("key-wide");
        }
        button.setOnAction(_ -> press(key));
        return button;
    }

    private static String nameOf(String key) {
        return switch (key) {
            case KeyboardRule.SHIFT -> "shift";
            case KeyboardRule.ERASE -> "erase";
            case KeyboardRule.SPACE -> "space";
            case KeyboardRule.ACCENTS -> "accents";
            case KeyboardRule.LETTERS -> "letters";
            case KeyboardRule.NEXT -> "next";
            default -> key.toLowerCase(Locale.ROOT);
        };
    }

    private void press(String key) {
        switch (key) {
            case KeyboardRule.SHIFT -> turn(face == Face.CAPITALS ? Face.SMALL : Face.CAPITALS);
            case KeyboardRule.ACCENTS -> turn(Face.ACCENTS);
            case KeyboardRule.LETTERS -> turn(Face.SMALL);
            case KeyboardRule.ERASE -> erase();
            case KeyboardRule.NEXT -> advance();
            default -> type(face == Face.ACCENTS && startsWord() ? key.toUpperCase(language) : key);
        }
    }

    private void advance() {
        if (form != null) {
            form.advance();
        }
    }

    private void turn(Face wanted) {
        face = wanted;
        draw();
    }

    private void type(String signs) {
        if (form != null) {
            form.type(signs);
            begin();
        }
    }

    private void erase() {
        if (form != null) {
            form.erase();
            begin();
        }
    }
}
