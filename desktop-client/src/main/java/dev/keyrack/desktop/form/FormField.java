package dev.keyrack.desktop.form;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.decoration.StyleClassValidationDecoration;
import org.kordamp.ikonli.javafx.FontIcon;

/// A text field under its name, with what is wrong with it right beneath.
public final class FormField extends VBox {

    private static final String SHEET =
            Objects.requireNonNull(FormField.class.getResource("FormField.css")).toExternalForm();

    private final ValidationSupport validation = new ValidationSupport();
    private final Label label = new Label();
    private final Label fault = new Label();
    private TextInputControl input = new TextField();

    public FormField() {
        getStyleClass().add("form-field");
        label.getStyleClass().add("form-field-label");
        fault.getStyleClass().add("form-field-fault");
        fault.setGraphic(new FontIcon("fth-alert-circle"));
        fault.setWrapText(true);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        fault.managedProperty().bind(fault.textProperty().isNotEmpty());
        fault.visibleProperty().bind(fault.managedProperty());
        setSpacing(4);
        getStylesheets().add(SHEET);
        validation.setValidationDecorator(new StyleClassValidationDecoration("form-field-wrong", "form-field-wrong"));
        arrange();
    }

    /// All such fields under a node.
    public static List<FormField> in(Parent form) {
        return form.lookupAll(".form-field").stream().map(FormField.class::cast).toList();
    }

    /// The narrower, the more lines a fault may take.
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private void arrange() {
        label.setLabelFor(input);
        input.accessibleTextProperty().bind(label.textProperty());
        input.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(label, input, fault);
    }

    public void setLabel(String text) {
        label.setText(text);
    }

    public String getLabel() {
        return label.getText();
    }

    public void setPrompt(String text) {
        input.setPromptText(text);
    }

    public String getPrompt() {
        return input.getPromptText();
    }

    /// Gives it room for so many lines.
    public void setRows(int rows) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        input = area;
        arrange();
    }

    public int getRows() {
        return input instanceof TextArea area ? area.getPrefRowCount() : 1;
    }

    /// Hides what is typed.
    public void setSecret(boolean secret) {
        input = secret ? new PasswordField() : new TextField();
        arrange();
    }

    public boolean isSecret() {
        return input instanceof PasswordField;
    }

    /// Does it when somebody presses Enter in a field of one line.
    public void onEnter(Runnable action) {
        if (input instanceof TextField line) {
            line.setOnAction(_ -> action.run());
        }
    }

    public StringProperty textProperty() {
        return input.textProperty();
    }

    public TextInputControl input() {
        return input;
    }

    /// Types into the text from now on, and tells the fault.
    public void bind(StringProperty text, ReadOnlyStringProperty told) {
        input.textProperty().bindBidirectional(text);
        fault.textProperty().bind(told);
        validation.registerValidator(
                input,
                false,
                (field, _) -> ValidationResult.fromErrorIf(
                        field, told.get(), !told.get().isEmpty()));
        validation.initInitialDecoration();
        told.subscribe(() -> validation.revalidate());
    }
}
