package dev.keyrack.desktop.signin;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Binds the sign-in screen to its view model.
public final class SignInController {

    private final SignInViewModel model;

    @FXML
    private TextField name;

    @FXML
    private PasswordField password;

    @FXML
    private VBox second;

    @FXML
    private TextField code;

    @FXML
    private Label refusal;

    @FXML
    private Label offline;

    @FXML
    private Button enter;

    @SuppressWarnings("NullAway.Init")
    public SignInController(SignInViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        name.textProperty().bindBidirectional(model.nameProperty());
        password.textProperty().bindBidirectional(model.passwordProperty());
        code.textProperty().bindBidirectional(model.codeProperty());
        second.visibleProperty().bind(model.codeAskedProperty());
        second.managedProperty().bind(second.visibleProperty());
        second.visibleProperty().subscribe(shown -> {
            if (shown) {
                code.requestFocus();
            }
        });
        refusal.textProperty().bind(model.refusalProperty());
        refusal.managedProperty().bind(model.refusalProperty().isNotEmpty());
        refusal.visibleProperty().bind(refusal.managedProperty());
        offline.visibleProperty().bind(model.offline());
        offline.managedProperty().bind(offline.visibleProperty());
        enter.disableProperty().bind(model.signInAllowed().not());
    }

    @FXML
    private void onEnter() {
        model.signIn();
    }
}
