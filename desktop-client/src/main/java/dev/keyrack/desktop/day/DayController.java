package dev.keyrack.desktop.day;

import java.time.format.FormatStyle;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.converter.LocalDateStringConverter;
import org.jspecify.annotations.Nullable;

/// Binds a list of the day to its view model.
public final class DayController {

    private final DayViewModel model;

    @FXML
    private Label title;

    @FXML
    private Label dayText;

    @FXML
    private DatePicker day;

    @FXML
    private TextField search;

    @FXML
    private TableView<DayRow> table;

    @FXML
    private TableColumn<DayRow, String> guest;

    @FXML
    private TableColumn<DayRow, String> room;

    @FXML
    private TableColumn<DayRow, String> dates;

    @FXML
    private TableColumn<DayRow, String> balance;

    @FXML
    private TableColumn<DayRow, DayRow> state;

    @FXML
    private TableColumn<DayRow, DayRow> step;

    @FXML
    private Label empty;

    @FXML
    private HBox done;

    @FXML
    private Label notice;

    @FXML
    private Button undo;

    @SuppressWarnings("NullAway.Init")
    public DayController(DayViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        title.textProperty().bind(model.title());
        dayText.textProperty().bind(model.dayText());
        day.setConverter(new LocalDateStringConverter(FormatStyle.MEDIUM, model.locale(), null));
        day.valueProperty().bindBidirectional(model.dayProperty());
        search.textProperty().bindBidirectional(model.searchProperty());
        empty.textProperty().bind(model.emptyText());
        notice.textProperty().bind(model.noticeProperty());
        done.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        done.managedProperty().bind(done.visibleProperty());
        undo.visibleProperty().bind(model.undoAllowed());
        text(guest, DayRow::guest);
        text(room, DayRow::room);
        text(dates, DayRow::dates);
        text(balance, DayRow::balance);
        state.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        state.setCellFactory(_ -> new StateCell());
        step.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        step.setCellFactory(_ -> new StepCell(model::take));
        table.setRowFactory(_ -> row());
        table.setItems(model.rows());
        model.rows().subscribe(this::keepSelection);
        model.listProperty().subscribe(() -> table.getSelectionModel().clearSelection());
    }

    private static void text(TableColumn<DayRow, String> column, Function<DayRow, String> words) {
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(words.apply(row.getValue())));
    }

    private TableRow<DayRow> row() {
        var row = new TableRow<DayRow>();
        row.setOnMouseClicked(_ -> choose(row.getItem()));
        return row;
    }

    /// A line that is done makes room, and the next one takes its place under the cursor.
    private void keepSelection() {
        int last = model.rows().size() - 1;
        if (table.getSelectionModel().getSelectedIndex() > last) {
            table.getSelectionModel().select(last);
        }
    }

    private void choose(@Nullable DayRow row) {
        if (row != null) {
            model.choose(row);
        }
    }

    private void take(@Nullable DayRow row) {
        if (row != null) {
            model.take(row);
        }
    }

    @FXML
    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> take(table.getSelectionModel().getSelectedItem());
            case SPACE -> choose(table.getSelectionModel().getSelectedItem());
            default -> {
                return;
            }
        }
        event.consume();
    }

    @FXML
    private void onSearched() {
        table.requestFocus();
        table.getSelectionModel().selectFirst();
    }

    @FXML
    private void onToday() {
        model.showToday();
    }

    @FXML
    private void onBack() {
        model.showDaysOn(-1);
    }

    @FXML
    private void onForth() {
        model.showDaysOn(1);
    }

    @FXML
    private void onUndo() {
        model.undo();
    }
}
