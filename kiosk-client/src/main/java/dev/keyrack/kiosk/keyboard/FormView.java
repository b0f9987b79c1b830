package dev.keyrack.kiosk.keyboard;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// Shows the fields of a form in two columns, or in one where it is narrow; what is long has a row of its own. Touching
/// a field makes it the one that is typed into.
public final class FormView extends Pane {

    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double GAP = 20;
    private static final double NARROW = 800;

    private List<InputField> fields = List.of();

    public FormView() {
        getStyleClass().add("form");
    }

    public void show(Form form) {
        fields = form.fields();
        getChildren().setAll(fields.stream().map(field -> box(form, field)).toList());
    }

    private static Node box(Form form, InputField field) {
        Label label = new Label(field.label());
        label.getStyleClass().add("field-label");
        label.setWrapText(true);
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

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width, false);
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    /// @return the height of all rows
    private double arrange(double width, boolean place) {
        double y = 0;
        for (List<Node> row : rows(width)) {
            double column = row.size() > 1 || !isLong(row.getFirst()) ? columnOf(width) : width;
            double height = row.stream()
                    .mapToDouble(box -> box.prefHeight(column))
                    .max()
                    .orElse(0);
            for (int i = 0; place && i < row.size(); i++) {
                row.get(i).resizeRelocate(snapPositionX(i * (column + GAP)), snapPositionY(y), column, height);
            }
            y += height + GAP;
        }
        return y;
    }

    private static double columnOf(double width) {
        return width < NARROW ? width : (width - GAP) / 2;
    }

    private List<List<Node>> rows(double width) {
        List<List<Node>> rows = new ArrayList<>();
        for (Node box : getChildren()) {
            boolean fits = width >= NARROW
                    && !rows.isEmpty()
                    && rows.getLast().size() == 1
                    && !isLong(box)
                    && !isLong(rows.getLast().getFirst());
            if (fits) {
                rows.getLast().add(box);
            } else {
                rows.add(new ArrayList<>(List.of(box)));
            }
        }
        return rows;
    }

    private boolean isLong(Node box) {
        return fields.get(getChildren().indexOf(box)).kind() == FieldKind.EMAIL;
    }
}
