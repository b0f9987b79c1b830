package dev.keyrack.desktop.proof;

import dev.keyrack.desktop.form.FormField;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Binds the question for the password to its view model. While it stands the keyboard stays in it; then it goes back
/// to whoever had it.
public final class ProofController {

    private final ProofViewModel model;
    private @Nullable Node before;

    @FXML
    private StackPane layer;

    @FXML
    private FormField proofPassword;

    @FXML
    private VBox second;

    @FXML
    private FormField proofCode;

    @FXML
    private Button prove;

    @SuppressWarnings("NullAway.Init")
    public ProofController(ProofViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        proofPassword.bind(model.passwordProperty(), model.passwordFaultProperty());
        proofCode.bind(model.codeProperty(), model.codeFaultProperty());
        proofPassword.onEnter(model::prove);
        proofCode.onEnter(model::prove);
        second.visibleProperty().bind(model.codeAskedProperty());
        second.managedProperty().bind(model.codeAskedProperty());
        second.visibleProperty().subscribe(asked -> {
            if (asked) {
                proofCode.input().requestFocus();
            }
        });
        model.passwordFaultProperty().subscribe(fault -> correct(proofPassword, fault));
        model.codeFaultProperty().subscribe(fault -> correct(proofCode, fault));
        prove.disableProperty().bind(model.proofAllowed().not());
        layer.setVisible(false);
        layer.sceneProperty().subscribe(this::keepKeyboard);
        model.shownProperty().subscribe(this::show);
    }

    private static void correct(FormField field, String fault) {
        if (!fault.isEmpty()) {
            field.input().requestFocus();
        }
    }

    private void keepKeyboard(@Nullable Scene scene) {
        if (scene != null) {
            scene.focusOwnerProperty().subscribe(owner -> {
                if (layer.isVisible() && scene.equals(layer.getScene()) && owner != null && !isWithin(owner)) {
                    proofPassword.input().requestFocus();
                }
            });
        }
    }

    private boolean isWithin(Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node.equals(layer)) {
                return true;
            }
        }
        return false;
    }

    private void show(boolean shown) {
        if (shown && !layer.isVisible()) {
            before = layer.getScene().getFocusOwner();
        }
        boolean closes = !shown && layer.isVisible();
        layer.setVisible(shown);
        if (shown) {
            proofPassword.input().requestFocus();
        } else if (closes && before != null) {
            before.requestFocus();
        }
    }

    @FXML
    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.cancel();
            event.consume();
        }
    }

    @FXML
    private void onProve() {
        model.prove();
    }

    @FXML
    private void onCancel() {
        model.cancel();
    }
}
