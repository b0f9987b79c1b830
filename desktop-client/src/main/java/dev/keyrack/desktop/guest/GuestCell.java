package dev.keyrack.desktop.guest;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A guest in three lines.
final class GuestCell extends ListCell<GuestRow> {

    private final Label name = new Label();
    private final Label reach = new Label();
    private final Label last = new Label();
    private final VBox lines = new VBox(name, reach, last);

    GuestCell() {
        name.getStyleClass().add("guest-name");
        reach.getStyleClass().add("quiet");
        last.getStyleClass().add("quiet");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable GuestRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        name.setText(row.stays() > 1 ? row.name() + " · " + row.stays() + " ×" : row.name());
        reach.setText(row.reach());
        last.setText(row.last());
        setGraphic(lines);
    }
}
