package dev.keyrack.kiosk.payment;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/// Binds what is said about the card and the money to its view model.
public final class TerminalController {

    private final TerminalViewModel model;

    @FXML
    private FontIcon icon;

    @FXML
    private Label amount;

    @FXML
    private Label title;

    @FXML
    private Label text;

    @FXML
    private Button retry;

    @FXML
    private Button stop;

    public TerminalController(TerminalViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        var face = model.faceProperty();
        face.subscribe(now -> icon.setIconLiteral(now.icon()));
        amount.textProperty().bind(face.map(TerminalViewModel.Face::amount));
        title.textProperty().bind(face.map(TerminalViewModel.Face::title));
        text.textProperty().bind(face.map(TerminalViewModel.Face::text));
        present(retry, model.retryAllowed());
        present(stop, model.stopAllowed());
    }

    private static void present(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    @FXML
    private void onRetry() {
        model.retry();
    }

    @FXML
    private void onStop() {
        model.stop();
    }
}
