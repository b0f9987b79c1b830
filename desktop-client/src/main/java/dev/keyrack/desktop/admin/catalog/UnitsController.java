package dev.keyrack.desktop.admin.catalog;

import dev.keyrack.desktop.form.FormField;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Binds the list of a resource's units.
public final class UnitsController {

    private final UnitsViewModel model;

    @FXML
    private TableView<UnitRow> units;

    @FXML
    private TableColumn<UnitRow, String> name;

    @FXML
    private TableColumn<UnitRow, String> state;

    @FXML
    private FormField unitName;

    @FXML
    private Button add;

    @FXML
    private Button rename;

    @FXML
    private Button switchService;

    @SuppressWarnings("NullAway.Init")
    public UnitsController(UnitsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        units.setItems(model.rows());
        name.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        state.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().state()));
        model.selectedProperty().subscribe(row -> units.getSelectionModel().select(row));
        units.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> model.selectedProperty().set(row));
        unitName.bind(model.nameProperty(), model.faultProperty());
        add.disableProperty().bind(model.addAllowed().map(allowed -> !allowed));
        rename.disableProperty().bind(model.changeAllowed().map(allowed -> !allowed));
        switchService.disableProperty().bind(model.changeAllowed().map(allowed -> !allowed));
        switchService.textProperty().bind(model.switchServiceText());
    }

    @FXML
    private void onAdd() {
        model.add();
    }

    @FXML
    private void onRename() {
        model.rename();
    }

    @FXML
    private void onSwitchService() {
        model.switchService();
    }
}
