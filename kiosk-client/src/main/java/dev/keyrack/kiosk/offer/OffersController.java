package dev.keyrack.kiosk.offer;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Binds the list of what is free to its view model.
public final class OffersController {

    private final OffersViewModel model;

    @FXML
    private Label title;

    @FXML
    private Label subtitle;

    @FXML
    private Button otherDates;

    @FXML
    private Label looking;

    @FXML
    private Label nothing;

    @FXML
    private VBox list;

    public OffersController(OffersViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        title.setText(model.title());
        subtitle.setText(model.subtitle());
        otherDates.setVisible(model.sellsNights());
        otherDates.setManaged(model.sellsNights());
        show(looking, OffersViewModel.State.LOOKING);
        show(nothing, OffersViewModel.State.NOTHING_FREE);
        model.cards()
                .subscribe(() -> list.getChildren()
                        .setAll(model.cards().stream().map(this::card).toList()));
    }

    private void show(Node node, OffersViewModel.State when) {
        node.visibleProperty().bind(model.stateProperty().isEqualTo(when));
        node.managedProperty().bind(node.visibleProperty());
    }

    private Node card(OfferCard card) {
        PhotoView photo = new PhotoView();
        photo.getStyleClass().add("offer-photo");
        model.showPhoto(card, photo::show);
        VBox words = new VBox(label(card.title(), "offer-title"), label(card.text(), "offer-text"));
        words.getStyleClass().add("offer-words");
        if (!card.left().isEmpty()) {
            words.getChildren().add(label(card.left(), card.offer().time() == null ? "offer-left" : "offer-next"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox price = new VBox(label(card.price(), "offer-price"), label(card.total(), "offer-total"));
        price.getStyleClass().add("offer-prices");
        price.setMinWidth(VBox.USE_PREF_SIZE);
        HBox box = new HBox(photo, words, price);
        box.getStyleClass().add("offer-card-box");
        Button button = new Button();
        button.setId("offer-" + card.id());
        button.getStyleClass().add("offer-card");
        button.setGraphic(box);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(String.join(", ", card.title(), card.price(), card.total(), card.left()));
        box.prefWidthProperty().bind(button.widthProperty().subtract(48));
        button.setOnAction(_ -> model.choose(card));
        return button;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    @FXML
    private void onDates() {
        model.chooseDates();
    }
}
