package dev.keyrack.desktop.agenda;

import dev.keyrack.fx.Messages;
import java.time.format.FormatStyle;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.util.converter.LocalDateStringConverter;

/// Binds the agenda to its view model.
public final class AgendaController {

    private final AgendaViewModel model;
    private final Messages messages;

    @FXML
    private DatePicker date;

    @FXML
    private ComboBox<String> practitioner;

    @FXML
    private Label notice;

    @FXML
    private ScrollPane days;

    @SuppressWarnings("NullAway.Init")
    public AgendaController(AgendaViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        date.setConverter(new LocalDateStringConverter(FormatStyle.MEDIUM, messages.locale(), null));
        date.valueProperty().bindBidirectional(model.dateProperty());
        practitioner.setItems(model.practitioners());
        practitioner.valueProperty().bindBidirectional(model.practitionerProperty());
        notice.textProperty().bind(model.noticeProperty());
        days.setContent(new AgendaDays(model));
    }

    @FXML
    private void onToday() {
        model.showToday();
    }

    @FXML
    private void onBack() {
        model.showBefore();
    }

    @FXML
    private void onForth() {
        model.showNext();
    }

    @FXML
    private void onEverybody() {
        practitioner.setValue(null);
    }
}
