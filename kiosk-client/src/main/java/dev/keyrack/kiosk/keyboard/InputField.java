package dev.keyrack.kiosk.keyboard;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// One thing to be typed, with what is wrong with it.
public final class InputField {

    private final String id;
    private final String label;
    private final FieldKind kind;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final StringProperty error = new SimpleStringProperty("");

    /// @param id of its node on the screen
    public InputField(String id, String label, FieldKind kind) {
        this.id = id;
        this.label = label;
        this.kind = kind;
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    public FieldKind kind() {
        return kind;
    }

    public String text() {
        return text.get();
    }

    public void set(String value) {
        text.set(value);
    }

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// The text as it may be seen.
    ObservableValue<String> shown() {
        return Bindings.createStringBinding(
                () -> kind.isHidden() ? "•".repeat(text.get().length()) : text.get(), text);
    }

    public StringProperty errorProperty() {
        return error;
    }

    void type(String signs) {
        text.set(KeyboardRule.typed(kind, text.get(), signs));
        error.set("");
    }

    void erase() {
        text.set(KeyboardRule.erased(text.get()));
        error.set("");
    }
}
