package dev.keyrack.desktop.day;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// How far desk and server agree on a line, by sign and text.
final class StateCell extends TableCell<DayRow, DayRow> {

    @Override
    protected void updateItem(@Nullable DayRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeAll("day-synced", "day-pending", "day-attention");
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        setText(row.stateText());
        setGraphic(new FontIcon(
                switch (row.state()) {
                    case SYNCED -> "fth-check";
                    case PENDING -> "fth-clock";
                    case ATTENTION -> "fth-alert-triangle";
                }));
        getStyleClass()
                .add(
                        switch (row.state()) {
                            case SYNCED -> "day-synced";
                            case PENDING -> "day-pending";
                            case ATTENTION -> "day-attention";
                        });
    }
}
