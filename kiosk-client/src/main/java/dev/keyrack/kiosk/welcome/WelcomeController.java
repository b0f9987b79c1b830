package dev.keyrack.kiosk.welcome;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/// Binds the first screen to its view model.
public final class WelcomeController {

    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");

    private final WelcomeViewModel model;

    @FXML
    private Label server;

    @FXML
    private Label connection;

    public WelcomeController(WelcomeViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        server.setText(model.server());
        connection.textProperty().bind(model.connectionText());
        model.offline().subscribe(offline -> connection.pseudoClassStateChanged(OFFLINE, offline));
    }
}
