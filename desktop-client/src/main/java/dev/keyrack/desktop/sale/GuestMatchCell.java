package dev.keyrack.desktop.sale;

import dev.keyrack.desktop.party.GuestMatch;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A guest who is known.
final class GuestMatchCell extends ListCell<GuestMatch> {

    GuestMatchCell() {
        setPrefWidth(0);
        setWrapText(true);
    }

    @Override
    protected void updateItem(@Nullable GuestMatch match, boolean empty) {
        super.updateItem(match, empty);
        setText(match == null || empty ? null : match.line());
    }
}
