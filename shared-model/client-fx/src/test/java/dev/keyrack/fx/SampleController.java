package dev.keyrack.fx;

import javafx.fxml.FXML;
import javafx.scene.control.Label;

/// A controller with a screen, for [ViewLoaderTest].
final class SampleController {

    @FXML
    private Label name;

    private final String guest;

    SampleController(String guest) {
        this.guest = guest;
    }

    @FXML
    private void initialize() {
        name.setText(guest);
    }
}
