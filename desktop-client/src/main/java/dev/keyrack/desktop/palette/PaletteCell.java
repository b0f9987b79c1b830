package dev.keyrack.desktop.palette;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Something that was found: sign, title, detail, and what it is.
final class PaletteCell extends ListCell<PaletteEntry> {

    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label kind = new Label();
    private final HBox line;

    PaletteCell() {
        var texts = new VBox(title, detail);
        detail.managedProperty().bind(detail.textProperty().isNotEmpty());
        detail.getStyleClass().add("quiet");
        kind.getStyleClass().add("quiet");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        texts.getStyleClass().add("palette-texts");
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        line = new HBox(icon, texts, kind);
        line.getStyleClass().add("palette-line");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        icon.setIconLiteral(entry.icon());
        title.setText(entry.title());
        detail.setText(entry.detail());
        kind.setText(entry.kind());
        setGraphic(line);
    }
}
