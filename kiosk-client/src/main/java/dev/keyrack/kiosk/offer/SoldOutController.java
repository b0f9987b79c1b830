package dev.keyrack.kiosk.offer;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
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
        VBox words = new VBox(label(choice.title(), "offer-title"), label(choice.nights(), "offer-text"));
        HBox.setHgrow(words, Priority.ALWAYS);
        Label price = label(choice.total(), "offer-price");
        price.setMinWidth(Label.USE_PREF_SIZE);
        HBox box = new HBox(words, price);
        box.getStyleClass().add("offer-card-box");
        Button button = new Button();
        button.setId(choice.id());
        button.getStyleClass().add("offer-card");
        button.setGraphic(box);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(String.join(", ", choice.title(), choice.nights(), choice.total()));
        box.prefWidthProperty().bind(button.widthProperty().subtract(48));
        button.setOnAction(_ -> model.choose(choice));
        return button;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    @FXML
    private void onLookAgain() {
        model.lookAgain();
    }
}
