package dev.keyrack.kiosk.arrival;

import javafx.fxml.FXML;
import javafx.scene.control.Label;

/// Binds the guest's room to its view model.
public final class CheckedInController {

    private final CheckedInViewModel model;

    @FXML
    private Label title;

    @FXML
    private Label place;

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
        show(place, !model.unit().isEmpty());
        show(unit, !model.unit().isEmpty());
        text.setText(model.text());
    }

    private static void show(Label label, boolean wanted) {
        label.setVisible(wanted);
        label.setManaged(wanted);
    }

    @FXML
    private void onDone() {
        model.finish();
    }
}
