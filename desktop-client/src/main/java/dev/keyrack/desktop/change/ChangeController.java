package dev.keyrack.desktop.change;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Binds the card that asks whether to change a stay to its view model.
public final class ChangeController {

    private final ChangeViewModel model;

    @FXML
    private VBox card;

    @FXML
    private Label guest;

    @FXML
    private Label stay;

    @FXML
    private GridPane prices;

    @FXML
    private Label oldPrice;

    @FXML
    private Label newPrice;

    @FXML
    private Label difference;

    @FXML
    private Label meaning;

    @FXML
    private Label waiting;

    @FXML
    private Label refusal;

    @FXML
    private Button confirm;

    @FXML
    private Button dismiss;

    @SuppressWarnings("NullAway.Init")
    public ChangeController(ChangeViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        guest.textProperty().bind(model.guest());
        stay.textProperty().bind(model.stay());
        oldPrice.textProperty().bind(model.oldPrice());
        newPrice.textProperty().bind(model.newPrice());
        difference.textProperty().bind(model.difference());
        meaning.textProperty().bind(model.meaning());
        refusal.textProperty().bind(model.refusalProperty());
        present(card, model.open());
        present(prices, model.priced());
        present(meaning, model.priced());
        present(waiting, model.workingProperty());
        present(refusal, model.refusalProperty().isNotEmpty());
        present(confirm, model.refusalProperty().isEmpty());
        confirm.disableProperty().bind(model.confirmAllowed().map(allowed -> !allowed));
        model.confirmAllowed().subscribe(allowed -> (allowed ? confirm : dismiss).requestFocus());
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
    private void onDismiss() {
        model.dismiss();
    }
}
