package dev.keyrack.desktop.admin.catalog;

import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// Says whether a resource is on sale, in another colour if it is not.
final class StateCell extends TableCell<ResourceRow, String> {

    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");

    StateCell() {
        getStyleClass().add("catalog-state");
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
        ResourceRow row = getTableRow() == null ? null : getTableRow().getItem();
        pseudoClassStateChanged(CLOSED, !empty && row != null && !row.open());
    }
}
