package dev.keyrack.desktop.shell;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/// Binds the frame of the program to its view model.
public final class ShellController {

    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");

    private final ShellViewModel model;
    private final Runnable quit;

    @FXML
    private Label server;

    @FXML
    private Label connection;

    public ShellController(ShellViewModel model, Runnable quit) {
        this.model = model;
        this.quit = quit;
    }

    @FXML
    private void initialize() {
        server.setText(model.server());
        connection.textProperty().bind(model.connectionText());
        model.offline().subscribe(offline -> connection.pseudoClassStateChanged(OFFLINE, offline));
    }

    @FXML
    private void onQuit() {
        quit.run();
    }
}
