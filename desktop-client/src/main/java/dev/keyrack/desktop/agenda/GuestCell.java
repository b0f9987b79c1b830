package dev.keyrack.desktop.agenda;

import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// One who comes to a performance; a click opens the booking.
final class GuestCell extends ListCell<Performance.Guest> {

    private final PerformancesViewModel model;

    GuestCell(PerformancesViewModel model) {
        this.model = model;
        setOnMouseClicked(_ -> {
            if (getItem() != null) {
                model.choose(getItem());
            }
        });
    }

    @Override
    protected void updateItem(Performance.@Nullable Guest guest, boolean empty) {
        super.updateItem(guest, empty);
        setText(guest == null ? "" : model.guest(guest));
    }
}
