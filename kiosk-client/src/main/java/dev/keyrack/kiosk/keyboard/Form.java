package dev.keyrack.kiosk.keyboard;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A few fields of which one is being typed into.
public final class Form {

    private final List<InputField> fields;
    private final ReadOnlyObjectWrapper<InputField> active;

    public Form(List<InputField> fields) {
        this.fields = List.copyOf(fields);
        active = new ReadOnlyObjectWrapper<>(fields.getFirst());
    }

    public List<InputField> fields() {
        return fields;
    }

    public ReadOnlyObjectProperty<InputField> activeProperty() {
        return active.getReadOnlyProperty();
    }

    public void choose(InputField field) {
        active.set(field);
    }

    public void type(String signs) {
        active.get().type(signs);
    }

    public void erase() {
        active.get().erase();
    }

    /// Goes on to the next field, after the last one to the first.
    public void advance() {
        active.set(fields.get((fields.indexOf(active.get()) + 1) % fields.size()));
    }

    /// Empties every field.
    public void clear() {
        fields.forEach(field -> {
            field.set("");
            field.errorProperty().set("");
        });
        active.set(fields.getFirst());
    }
}
