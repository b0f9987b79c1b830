package dev.keyrack.desktop.account;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Binds the list of one's own sessions.
public final class SessionsController {

    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final SessionsViewModel model;

    @FXML
    private TableView<SessionRow> sessionList;

    @FXML
    private TableColumn<SessionRow, String> program;

    @FXML
    private TableColumn<SessionRow, String> began;

    @FXML
    private TableColumn<SessionRow, String> used;

    @FXML
    private TableColumn<SessionRow, String> note;

    @FXML
    private Label notice;

    @FXML
    private Button end;

    @SuppressWarnings("NullAway.Init")
    public SessionsController(SessionsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        sessionList.setItems(model.rows());
        column(program, SessionRow::program);
        column(began, SessionRow::began);
        column(used, SessionRow::used);
        column(note, SessionRow::note);
        sessionList
                .getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> model.selectedProperty().set(row));
        end.disableProperty().bind(model.endAllowed().map(allowed -> !allowed));
        notice.textProperty().bind(model.noticeProperty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        model.troubleProperty().subscribe(trouble -> notice.pseudoClassStateChanged(TROUBLE, trouble));
    }

    private static void column(TableColumn<SessionRow, String> column, Function<SessionRow, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    }

    @FXML
    private void onEnd() {
        model.end();
    }
}
