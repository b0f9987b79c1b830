package dev.keyrack.desktop.admin.catalog;

import dev.keyrack.desktop.admin.terms.ResourceFormController;
import dev.keyrack.fx.ViewLoader;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Binds the list of what is sold, and puts form, units and pictures beside it.
public final class CatalogController {

    private final CatalogViewModel model;
    private final ViewLoader loader;

    @FXML
    private TextField search;

    @FXML
    private TableView<ResourceRow> resourceList;

    @FXML
    private TableColumn<ResourceRow, String> name;

    @FXML
    private TableColumn<ResourceRow, String> type;

    @FXML
    private TableColumn<ResourceRow, String> state;

    @FXML
    private TableColumn<ResourceRow, String> price;

    @FXML
    private TableColumn<ResourceRow, String> units;

    @FXML
    private Label notice;

    @FXML
    private TabPane parts;

    @FXML
    private VBox nothing;

    @FXML
    private Tab terms;

    @FXML
    private Tab unitList;

    @FXML
    private Tab pictures;

    @SuppressWarnings("NullAway.Init")
    public CatalogController(CatalogViewModel model, ViewLoader loader) {
        this.model = model;
        this.loader = loader;
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.searchProperty());
        resourceList.setItems(model.rows());
        name.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        type.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().type()));
        state.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().state()));
        price.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().priceFrom()));
        units.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().units()));
        state.setCellFactory(_ -> new StateCell());
        model.selectedProperty()
                .subscribe(row -> resourceList.getSelectionModel().select(row));
        resourceList
                .getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> model.selectedProperty().set(row));
        notice.textProperty().bind(model.noticeProperty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        terms.setContent(loader.load(new ResourceFormController(model.form())));
        unitList.setContent(loader.load(new UnitsController(model.units())));
        pictures.setContent(loader.load(new PicturesController(model.pictures())));
        model.form().existing().subscribe(existing -> {
            unitList.setDisable(!existing);
            pictures.setDisable(!existing);
        });
        model.form().shownProperty().subscribe(shown -> {
            parts.setVisible(shown);
            nothing.setVisible(!shown);
        });
    }

    @FXML
    private void onCreate() {
        parts.getSelectionModel().select(terms);
        model.create();
    }
}
