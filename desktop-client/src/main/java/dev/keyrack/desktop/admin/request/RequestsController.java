package dev.keyrack.desktop.admin.request;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Binds the list of requests and the pane in which one is decided.
public final class RequestsController {

    private final RequestsViewModel model;

    @FXML
    private Label title;

    @FXML
    private ListView<RequestRow> requests;

    @FXML
    private VBox pane;

    @FXML
    private Label guest;

    @FXML
    private Label reach;

    @FXML
    private Label wish;

    @FXML
    private Label stay;

    @FXML
    private Label price;

    @FXML
    private Label notes;

    @FXML
    private Label load;

    @FXML
    private ListView<String> others;

    @FXML
    private Label notice;

    @FXML
    private Button approve;

    @FXML
    private Button decline;

    @SuppressWarnings("NullAway.Init")
    public RequestsController(RequestsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        title.textProperty().bind(model.title());
        requests.setItems(model.rows());
        requests.setCellFactory(_ -> new RequestCell());
        model.selectedProperty().subscribe(row -> {
            requests.getSelectionModel().select(row);
            show(row);
        });
        requests.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.selectedProperty().set(row);
            }
        });
        notice.textProperty().bind(model.noticeProperty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        approve.disableProperty().bind(model.decisionAllowed().map(allowed -> !allowed));
        decline.disableProperty().bind(model.decisionAllowed().map(allowed -> !allowed));
    }

    private void show(@Nullable RequestRow row) {
        pane.setVisible(row != null);
        if (row != null) {
            guest.setText(row.guest());
            reach.setText(row.reach());
            wish.setText(row.wish());
            stay.setText(row.stay());
            price.setText(row.price());
            notes.setText(row.notes());
            notes.setManaged(!row.notes().isEmpty());
            load.setText(row.load());
        }
        others.getItems().setAll(row == null ? List.of() : row.others());
    }

    @FXML
    private void onApprove() {
        model.approve();
    }

    @FXML
    private void onDecline() {
        model.decline();
    }

    /// A request in three lines.
    private static final class RequestCell extends ListCell<RequestRow> {

        private final Label guest = new Label();
        private final Label wish = new Label();
        private final Label stay = new Label();
        private final VBox box = new VBox(2, guest, wish, stay);

        RequestCell() {
            guest.getStyleClass().add("requests-guest");
            stay.getStyleClass().add("quiet");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable RequestRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            guest.setText(row.guest());
            wish.setText(row.wish());
            stay.setText(row.stay());
            setGraphic(box);
        }
    }
}
