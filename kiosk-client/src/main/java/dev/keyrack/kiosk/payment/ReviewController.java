package dev.keyrack.kiosk.payment;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Binds the price to its view model.
public final class ReviewController {

    private final ReviewViewModel model;

    @FXML
    private Label room;

    @FXML
    private Label stay;

    @FXML
    private Label guest;

    @FXML
    private VBox lines;

    @FXML
    private Label total;

    @FXML
    private Label policy;

    @FXML
    private Label kept;

    @FXML
    private Button pay;

    public ReviewController(ReviewViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        room.setText(model.room());
        stay.setText(model.stay());
        guest.setText(model.guest());
        policy.setText(model.policy());
        kept.textProperty().bind(model.keptProperty());
        total.textProperty().bind(model.totalProperty());
        pay.textProperty().bind(model.payText());
        pay.disableProperty().bind(model.payAllowed().not());
        model.lines().subscribe(this::draw);
        draw();
    }

    private void draw() {
        lines.getChildren()
                .setAll(model.lines().stream().map(ReviewController::line).toList());
    }

    private static Node line(ReviewViewModel.Line line) {
        Label text = new Label(line.text());
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label amount = new Label(line.amount());
        amount.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = new HBox(text, amount);
        row.getStyleClass().add("price-line");
        return row;
    }

    @FXML
    private void onPay() {
        model.pay();
    }
}
