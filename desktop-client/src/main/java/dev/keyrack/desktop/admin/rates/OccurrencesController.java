package dev.keyrack.desktop.admin.rates;

import dev.keyrack.desktop.form.FormField;
import java.time.format.FormatStyle;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;
import org.jspecify.annotations.Nullable;

/// Binds the list of performances, each with a bar for how full it is.
public final class OccurrencesController {

    private final OccurrencesViewModel model;

    @FXML
    private ListView<OccurrenceRow> occurrences;

    @FXML
    private DatePicker date;

    @FXML
    private FormField time;

    @FXML
    private FormField minutes;

    @FXML
    private FormField capacity;

    @FXML
    private Label notice;

    @FXML
    private Button plan;

    @SuppressWarnings("NullAway.Init")
    public OccurrencesController(OccurrencesViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        occurrences.setItems(model.rows());
        occurrences.setCellFactory(_ -> new BarCell());
        model.selectedProperty()
                .subscribe(row -> occurrences.getSelectionModel().select(row));
        occurrences
                .getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> model.selectedProperty().set(row));
        date.setConverter(new LocalDateStringConverter(FormatStyle.MEDIUM, model.locale(), null));
        date.valueProperty().bindBidirectional(model.dateProperty());
        time.bind(model.timeProperty(), model.timeFaultProperty());
        minutes.bind(model.minutesProperty(), model.minutesFaultProperty());
        capacity.bind(model.capacityProperty(), model.capacityFaultProperty());
        notice.textProperty().bind(model.noticeProperty());
        plan.disableProperty().bind(model.planAllowed().map(allowed -> !allowed));
    }

    @FXML
    private void onPlan() {
        model.plan();
    }

    /// A performance with its bar.
    private static final class BarCell extends ListCell<OccurrenceRow> {

        private final Label when = new Label();
        private final Label sold = new Label();
        private final ProgressBar bar = new ProgressBar();
        private final VBox box;

        BarCell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().add("medium");
            sold.getStyleClass().add("quiet");
            box = new VBox(4, new HBox(8, when, gap, sold), bar);
        }

        @Override
        protected void updateItem(@Nullable OccurrenceRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            when.setText(row.when());
            sold.setText(row.sold());
            bar.setProgress(row.share());
            setGraphic(box);
        }
    }
}
