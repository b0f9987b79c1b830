package dev.keyrack.kiosk.offer;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Binds what else is free to its view model.
public final class SoldOutController {

    private final SoldOutViewModel model;

    @FXML
    private Label text;

    @FXML
    private Label also;

    @FXML
    private VBox choices;

    public SoldOutController(SoldOutViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        text.setText(model.text());
        also.setVisible(!model.choices().isEmpty());
        choices.getChildren().setAll(model.choices().stream().map(this::choice).toList());
    }

    private Node choice(SoldOutViewModel.Choice choice) {
        VBox words =
                new VBox(CardView.label(choice.title(), "offer-title"), CardView.label(choice.nights(), "offer-text"));
        words.getStyleClass().add("offer-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        Label price = CardView.label(choice.total(), "offer-price");
        price.setMinWidth(Label.USE_PREF_SIZE);
        CardView card = new CardView(
                choice.id(), String.join(", ", choice.title(), choice.nights(), choice.total()), words, price);
        card.setOnAction(_ -> model.choose(choice));
        return card;
    }

    @FXML
    private void onLookAgain() {
        model.lookAgain();
    }
}
