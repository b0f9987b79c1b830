package dev.keyrack.desktop.admin.staff;

import dev.keyrack.fx.ViewLoader;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Binds the list of those who work for the provider, and puts the form beside it.
public final class StaffController {

    private final StaffViewModel model;
    private final ViewLoader loader;

    @FXML
    private TextField search;

    @FXML
    private Label notice;

    @FXML
    private TableView<StaffRow> staffList;

    @FXML
    private TableColumn<StaffRow, String> name;

    @FXML
    private TableColumn<StaffRow, String> mail;

    @FXML
    private TableColumn<StaffRow, String> role;

    @FXML
    private TableColumn<StaffRow, String> site;

    @FXML
    private TableColumn<StaffRow, String> state;

    @FXML
    private Label empty;

    @FXML
    private StackPane beside;

    @FXML
    private VBox nothing;

    @FXML
    private Label advice;

    @SuppressWarnings("NullAway.Init")
    public StaffController(StaffViewModel model, ViewLoader loader) {
        this.model = model;
        this.loader = loader;
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.searchProperty());
        notice.textProperty().bind(model.noticeProperty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        empty.textProperty().bind(model.emptyText());
        advice.textProperty().bind(model.adviceText());
        staffList.setItems(model.rows());
        column(name, StaffRow::name);
        column(mail, StaffRow::mail);
        column(role, StaffRow::role);
        column(site, StaffRow::site);
        column(state, StaffRow::state);
        state.setCellFactory(_ -> new MemberStateCell());
        model.selectedProperty().subscribe(row -> staffList.getSelectionModel().select(row));
        staffList
                .getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> model.selectedProperty().set(row));
        Parent form = loader.load(new StaffFormController(model.form()));
        beside.getChildren().add(form);
        form.visibleProperty().bind(model.form().shownProperty());
        nothing.visibleProperty().bind(model.form().shownProperty().not());
    }

    private static void column(TableColumn<StaffRow, String> column, Function<StaffRow, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    }

    @FXML
    private void onInvite() {
        model.invite();
    }

    /// Tells those apart who may not sign in.
    private static final class MemberStateCell extends TableCell<StaffRow, String> {

        private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");

        MemberStateCell() {
            getStyleClass().add("staff-state");
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? "" : text);
            StaffRow row = empty ? null : getTableRow().getItem();
            pseudoClassStateChanged(OUT, row != null && !row.active());
        }
    }
}
