package dev.keyrack.kiosk.keyboard;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Shows the fields of a form; touching one makes it the one that is typed into.
public final class FormView extends FlowPane {

    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    public FormView() {
        getStyleClass().add("form");
    }

    public void show(Form form) {
        getChildren()
                .setAll(form.fields().stream().map(field -> box(form, field)).toList());
    }

    private static Node box(Form form, InputField field) {
        Label label = new Label(field.label());
        label.getStyleClass().add("field-label");
        Button value = new Button();
        value.setId(field.id());
        value.getStyleClass().add("field-value");
        value.setMaxWidth(Double.MAX_VALUE);
        value.setMnemonicParsing(false);
        value.setAccessibleRole(AccessibleRole.TEXT_FIELD);
        value.setAccessibleText(field.label());
        value.textProperty().bind(field.shown());
        value.setOnAction(_ -> form.choose(field));
        form.activeProperty().subscribe(now -> value.pseudoClassStateChanged(ACTIVE, now == field));
        Label error = new Label();
        error.setId(field.id() + "Error");
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.textProperty().bind(field.errorProperty());
        error.managedProperty().bind(field.errorProperty().isNotEmpty());
        error.visibleProperty().bind(field.errorProperty().isNotEmpty());
        field.errorProperty().subscribe(text -> value.pseudoClassStateChanged(WRONG, !text.isEmpty()));
        VBox box = new VBox(label, value, error);
        box.getStyleClass().add("field");
        return box;
    }
}
