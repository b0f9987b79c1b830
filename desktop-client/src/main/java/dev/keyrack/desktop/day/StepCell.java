package dev.keyrack.desktop.day;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// The button for what comes next for a line.
final class StepCell extends TableCell<DayRow, DayRow> {

    private final Button button = new Button();

    StepCell(Consumer<DayRow> taken) {
        button.getStyleClass().add("day-step");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> taken.accept(getItem()));
    }

    @Override
    protected void updateItem(@Nullable DayRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        button.setText(row.stepText());
        button.setAccessibleText(row.stepText() + ": " + row.guest());
        button.getStyleClass().removeAll("accent", "danger");
        switch (row.step()) {
            case CHECK_IN, CHECK_OUT -> button.getStyleClass().add("accent");
            case DECIDE -> button.getStyleClass().add("danger");
            case TAKE_PAYMENT, OPEN -> {}
        }
        setGraphic(button);
    }
}
