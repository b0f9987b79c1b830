package dev.keyrack.desktop.party;

import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A guest who is known.
public final class GuestMatchCell extends ListCell<GuestMatch> {

    public GuestMatchCell() {
        setPrefWidth(0);
        setWrapText(true);
    }

    @Override
    protected void updateItem(@Nullable GuestMatch match, boolean empty) {
        super.updateItem(match, empty);
        setText(match == null || empty ? null : match.line());
    }
}
