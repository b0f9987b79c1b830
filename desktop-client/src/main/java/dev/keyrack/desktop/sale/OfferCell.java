package dev.keyrack.desktop.sale;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One kind of room, time or performance, with what is left of it and its price.
final class OfferCell extends ListCell<Offer> {

    private final SaleWords words;
    private final Label name = new Label();
    private final Label left = new Label();
    private final Label total = new Label();
    private final HBox line;

    OfferCell(SaleWords words) {
        this.words = words;
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        left.getStyleClass().add("quiet");
        total.getStyleClass().add("sale-amount");
        total.setMinWidth(USE_PREF_SIZE);
        line = new HBox(new VBox(name, left), space, total);
        line.getStyleClass().add("sale-offer");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Offer offer, boolean empty) {
        super.updateItem(offer, empty);
        setGraphic(offer == null || empty ? null : line);
        if (offer != null) {
            name.setText(words.name(offer));
            left.setText(words.left(offer));
            total.setText(words.amount(offer.total(), offer.resource().currency()));
        }
    }
}
