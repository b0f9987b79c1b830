package dev.keyrack.kiosk.details;

import dev.keyrack.kiosk.keyboard.FormView;
import dev.keyrack.kiosk.keyboard.Keyboard;
import javafx.fxml.FXML;

/// Binds the guest's details to their view model.
public final class DetailsController {

    private final DetailsViewModel model;

    @FXML
    private FormView form;

    @FXML
    private Keyboard keyboard;

    public DetailsController(DetailsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        form.show(model.form());
        keyboard.show(model.form(), model.locale());
    }

    @FXML
    private void onConfirm() {
        model.confirm();
    }
}
