package dev.keyrack.kiosk.attendant;

import dev.keyrack.kiosk.keyboard.FormView;
import dev.keyrack.kiosk.keyboard.Keyboard;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Binds the code for staff to its view model.
public final class LeavingController {

    private final LeavingViewModel model;

    @FXML
    private VBox asking;

    @FXML
    private VBox choices;

    @FXML
    private FormView form;

    @FXML
    private Keyboard keyboard;

    @FXML
    private Button confirm;

    public LeavingController(LeavingViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        form.show(model.form());
        keyboard.show(model.form(), model.locale());
        confirm.disableProperty().bind(model.workingProperty());
        present(choices, model.openProperty());
        present(asking, model.openProperty().not());
        present(form, model.openProperty().not());
    }

    private static void present(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    @FXML
    private void onConfirm() {
        model.confirm();
    }

    @FXML
    private void onEnd() {
        model.end();
    }

    @FXML
    private void onSetUp() {
        model.setUpAgain();
    }
}
