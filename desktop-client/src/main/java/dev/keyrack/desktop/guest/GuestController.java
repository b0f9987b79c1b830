package dev.keyrack.desktop.guest;

import dev.keyrack.desktop.form.Question;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Binds the guests' screen to its view model.
public final class GuestController {

    private final GuestViewModel model;

    @FXML
    private TextField search;

    @FXML
    private ListView<GuestRow> found;

    @FXML
    private Label empty;

    @FXML
    private VBox one;

    @FXML
    private Label name;

    @FXML
    private Label reach;

    @FXML
    private Button begin;

    @FXML
    private Button erase;

    @FXML
    private VBox merging;

    @FXML
    private Label mergeText;

    @FXML
    private Button confirm;

    @FXML
    private Button turn;

    @FXML
    private Label notice;

    @FXML
    private TableView<StayRow> stays;

    @FXML
    private TableColumn<StayRow, String> dates;

    @FXML
    private TableColumn<StayRow, String> room;

    @FXML
    private TableColumn<StayRow, String> status;

    @FXML
    private TableColumn<StayRow, String> total;

    @SuppressWarnings("NullAway.Init")
    public GuestController(GuestViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.searchProperty());
        found.setItems(model.guests());
        found.setCellFactory(_ -> new GuestCell());
        found.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        empty.textProperty().bind(model.emptyText());
        name.textProperty().bind(model.chosenName());
        reach.textProperty().bind(model.chosenReach());
        present(one, model.chosenProperty().isNotNull());
        begin.disableProperty().bind(model.changeAllowed().map(allowed -> !allowed));
        erase.disableProperty().bind(begin.disableProperty());
        model.questionProperty().subscribe(this::ask);
        present(merging, model.merging());
        mergeText.textProperty().bind(model.mergeText());
        confirm.disableProperty().bind(model.confirmAllowed().map(allowed -> !allowed));
        turn.disableProperty().bind(confirm.disableProperty());
        notice.textProperty().bind(model.noticeProperty());
        present(notice, model.noticeProperty().isNotEmpty());
        stays.setItems(model.stays());
        stays.setRowFactory(_ -> row());
        text(dates, StayRow::dates);
        text(room, StayRow::room);
        text(status, StayRow::status);
        text(total, StayRow::total);
    }

    private void ask(String question) {
        if (!question.isEmpty()) {
            new Question(
                            model.text("guest.erase.title"),
                            question,
                            model.text("guest.erase.confirm"),
                            model.text("guest.erase.keep"))
                    .ask(erase, model::confirmErasure, model::keep);
        }
    }

    private static void present(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    private static void text(TableColumn<StayRow, String> column, Function<StayRow, String> words) {
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(words.apply(row.getValue())));
    }

    private TableRow<StayRow> row() {
        var row = new TableRow<StayRow>();
        row.setOnMouseClicked(_ -> open(row.getItem()));
        return row;
    }

    private void choose(@Nullable GuestRow row) {
        if (row != null) {
            model.choose(row);
        }
    }

    private void open(@Nullable StayRow row) {
        if (row != null) {
            model.open(row);
        }
    }

    @FXML
    private void onSearchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            found.requestFocus();
            found.getSelectionModel().selectFirst();
            event.consume();
        }
    }

    @FXML
    private void onStayKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            open(stays.getSelectionModel().getSelectedItem());
            event.consume();
        }
    }

    @FXML
    private void onBegin() {
        model.beginMerge();
    }

    @FXML
    private void onErase() {
        model.erase();
    }

    @FXML
    private void onTurn() {
        model.turnMerge();
    }

    @FXML
    private void onConfirm() {
        model.confirmMerge();
    }

    @FXML
    private void onCancel() {
        model.endMerge();
    }
}
