package dev.keyrack.desktop.agenda;

import dev.keyrack.fx.Messages;
import java.time.format.FormatStyle;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.converter.LocalDateStringConverter;

/// Binds the list of performances to its view model.
public final class PerformancesController {

    private final PerformancesViewModel model;
    private final Messages messages;

    @FXML
    private DatePicker date;

    @FXML
    private Label notice;

    @FXML
    private ListView<Performance> performances;

    @FXML
    private ListView<Performance.Guest> guests;

    @FXML
    private Button sell;

    @SuppressWarnings("NullAway.Init")
    public PerformancesController(PerformancesViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        date.setConverter(new LocalDateStringConverter(FormatStyle.MEDIUM, messages.locale(), null));
        date.valueProperty().bindBidirectional(model.dateProperty());
        notice.textProperty().bind(model.noticeProperty());
        performances.setItems(model.performances());
        performances.setCellFactory(_ -> new PerformanceCell(model));
        performances.getSelectionModel().selectedItemProperty().subscribe(model::select);
        sell.disableProperty().bind(model.sellableProperty().not());
        guests.setItems(model.guests());
        guests.setCellFactory(_ -> new GuestCell(model));
    }

    @FXML
    private void onGuestKey(KeyEvent event) {
        Performance.Guest guest = guests.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && guest != null) {
            model.choose(guest);
        }
    }

    @FXML
    private void onPerformanceKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            model.sell();
        }
    }

    @FXML
    private void onSell() {
        model.sell();
    }

    @FXML
    private void onToday() {
        model.showToday();
    }
}
