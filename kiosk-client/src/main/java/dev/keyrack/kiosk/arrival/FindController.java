package dev.keyrack.kiosk.arrival;

import dev.keyrack.kiosk.keyboard.FormView;
import dev.keyrack.kiosk.keyboard.Keyboard;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/// Binds the search for a booking to its view model.
public final class FindController {

    private final FindViewModel model;

    @FXML
    private FormView form;

    @FXML
    private Keyboard keyboard;

    @FXML
    private Label notice;

    public FindController(FindViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        form.show(model.form());
        keyboard.show(model.form(), model.locale());
        notice.textProperty().bind(model.notice());
    }

    @FXML
    private void onConfirm() {
        model.confirm();
    }
}
