package dev.keyrack.kiosk.arrival;

import javafx.fxml.FXML;
import javafx.scene.control.Label;

/// Binds the guest's room to its view model.
public final class CheckedInController {

    private final CheckedInViewModel model;

    @FXML
    private Label title;

    @FXML
    private Label unit;

    @FXML
    private Label text;

    public CheckedInController(CheckedInViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        title.setText(model.title());
        unit.setText(model.unit());
        text.setText(model.text());
    }

    @FXML
    private void onDone() {
        model.finish();
    }
}
