package dev.keyrack.desktop.admin.device;

import dev.keyrack.desktop.form.FormField;
import dev.keyrack.desktop.form.QrView;
import dev.keyrack.desktop.form.Question;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Binds the list of kiosks, the form beside it, and the code that is shown.
public final class DevicesController {

    private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");

    private final DevicesViewModel model;

    @FXML
    private SplitPane root;

    @FXML
    private Label notice;

    @FXML
    private TableView<DeviceRow> devices;

    @FXML
    private TableColumn<DeviceRow, String> name;

    @FXML
    private TableColumn<DeviceRow, String> state;

    @FXML
    private TableColumn<DeviceRow, String> contact;

    @FXML
    private BorderPane form;

    @FXML
    private VBox nothing;

    @FXML
    private Label title;

    @FXML
    private Label formState;

    @FXML
    private FormField deviceName;

    @FXML
    private Label hint;

    @FXML
    private VBox codeBox;

    @FXML
    private Label code;

    @FXML
    private QrView qr;

    @FXML
    private Label codeLife;

    @FXML
    private TextArea startLine;

    @FXML
    private Button renewCode;

    @FXML
    private Button switchService;

    @FXML
    private Button lose;

    @FXML
    private Button save;

    @SuppressWarnings("NullAway.Init")
    public DevicesController(DevicesViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        notice.textProperty().bind(model.noticeProperty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        devices.setItems(model.rows());
        column(name, DeviceRow::name);
        column(state, DeviceRow::state);
        column(contact, DeviceRow::contact);
        state.setCellFactory(_ -> new StatusCell());
        model.selectedProperty().subscribe(row -> devices.getSelectionModel().select(row));
        devices.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.selectedProperty().set(row);
            }
        });
        form.visibleProperty().bind(model.formShown());
        nothing.visibleProperty().bind(model.formShown().map(shown -> !shown));
        bindForm();
        model.questionProperty().subscribe(this::ask);
    }

    private static void column(TableColumn<DeviceRow, String> column, Function<DeviceRow, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    }

    private void bindForm() {
        title.textProperty().bind(model.title());
        formState.textProperty().bind(model.state());
        model.works().subscribe(works -> formState.pseudoClassStateChanged(OUT, !works));
        present(formState, model.existing());
        deviceName.bind(model.nameProperty(), model.faultProperty());
        hint.textProperty().bind(model.hint());
        present(renewCode, model.inService());
        switchService.textProperty().bind(model.switchServiceText());
        present(switchService, model.existing());
        present(lose, model.losable());
        save.textProperty().bind(model.saveText());
        for (Button each : List.of(renewCode, switchService, lose, save)) {
            each.disableProperty().bind(model.workAllowed().map(allowed -> !allowed));
        }
        codeLife.textProperty().bind(model.codeLife());
        startLine.setText(model.startLine());
        model.codeText().subscribe(this::show);
    }

    private static void present(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    private void show(String given) {
        codeBox.setVisible(!given.isEmpty());
        codeBox.setManaged(!given.isEmpty());
        code.setText(given);
        qr.show(given);
    }

    private void ask(String question) {
        if (!question.isEmpty()) {
            new Question(
                            model.text("devices.question.title"),
                            question,
                            model.text("devices.question.yes"),
                            model.text("devices.question.no"))
                    .ask(root, model::confirm, model::keep);
        }
    }

    @FXML
    private void onNew() {
        model.begin();
        deviceName.input().requestFocus();
    }

    @FXML
    private void onSave() {
        model.save();
    }

    @FXML
    private void onRenewCode() {
        model.renewCode();
    }

    @FXML
    private void onSwitchService() {
        model.switchService();
    }

    @FXML
    private void onLose() {
        model.lose();
    }

    /// Tells those apart that do not work.
    private static final class StatusCell extends TableCell<DeviceRow, String> {

        StatusCell() {
            getStyleClass().add("devices-state");
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? "" : text);
            DeviceRow row = empty ? null : getTableRow().getItem();
            pseudoClassStateChanged(OUT, row != null && !row.works());
        }
    }
}
