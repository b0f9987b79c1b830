package dev.keyrack.desktop.account;

import dev.keyrack.desktop.account.PasswordFormRule.Field;
import dev.keyrack.desktop.form.FormField;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// Binds the change of one's own password.
public final class PasswordController {

    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final PasswordViewModel model;

    @FXML
    private FormField presentPassword;

    @FXML
    private FormField freshPassword;

    @FXML
    private FormField againPassword;

    @FXML
    private Label notice;

    @FXML
    private Button changePassword;

    @SuppressWarnings("NullAway.Init")
    public PasswordController(PasswordViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        bind(presentPassword, Field.PRESENT);
        bind(freshPassword, Field.FRESH);
        bind(againPassword, Field.AGAIN);
        notice.textProperty().bind(model.noticeProperty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        model.troubleProperty().subscribe(trouble -> notice.pseudoClassStateChanged(TROUBLE, trouble));
        changePassword.disableProperty().bind(model.workingProperty());
    }

    private void bind(FormField input, Field field) {
        input.bind(model.text(field), model.fault(field).getReadOnlyProperty());
        input.onEnter(model::change);
    }

    @FXML
    private void onChange() {
        model.change();
    }
}
