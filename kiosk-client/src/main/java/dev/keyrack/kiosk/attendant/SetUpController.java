package dev.keyrack.kiosk.attendant;

import dev.keyrack.kiosk.keyboard.FormView;
import dev.keyrack.kiosk.keyboard.Keyboard;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// Binds the set-up to its view model.
public final class SetUpController {

    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");

    private final SetUpViewModel model;

    @FXML
    private Label server;

    @FXML
    private FormView form;

    @FXML
    private Keyboard keyboard;

    @FXML
    private Label notice;

    @FXML
    private Button confirm;

    public SetUpController(SetUpViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        form.show(model.form());
        keyboard.show(model.form(), model.locale());
        server.textProperty().bind(model.server());
        model.offline().subscribe(offline -> server.pseudoClassStateChanged(OFFLINE, offline));
        notice.textProperty().bind(model.noticeProperty());
        confirm.disableProperty().bind(model.workingProperty());
    }

    @FXML
    private void onConfirm() {
        model.confirm();
    }
}
