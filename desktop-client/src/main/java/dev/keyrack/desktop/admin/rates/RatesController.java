package dev.keyrack.desktop.admin.rates;

import dev.keyrack.desktop.form.FormField;
import dev.keyrack.fx.ViewLoader;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/// Binds the calendar of rates and rules.
public final class RatesController {

    private final RatesViewModel model;
    private final ViewLoader loader;
    private final RatesCalendar calendar;
    private final Locale locale;

    @FXML
    private SearchableComboBox<ResourceChoice> resource;

    @FXML
    private StackPane months;

    @FXML
    private TabPane parts;

    @FXML
    private Tab performances;

    @FXML
    private Label span;

    @FXML
    private FlowPane weekdays;

    @FXML
    private VBox fields;

    @FXML
    private RangeSlider nights;

    @FXML
    private CheckBox closed;

    @FXML
    private CheckBox closedToArrival;

    @FXML
    private CheckBox closedToDeparture;

    @FXML
    private Button preview;

    @FXML
    private Button save;

    @FXML
    private Label effectTitle;

    @FXML
    private ListView<String> effects;

    @FXML
    private ListView<RuleRow> rules;

    @FXML
    private Label notice;

    @FXML
    private Button up;

    @FXML
    private Button down;

    @FXML
    private Button remove;

    @SuppressWarnings("NullAway.Init")
    public RatesController(RatesViewModel model, ViewLoader loader, Locale locale) {
        this.model = model;
        this.loader = loader;
        this.locale = locale;
        calendar = new RatesCalendar(locale, model::select, model::extendTo);
    }

    @FXML
    private void initialize() {
        resource.setItems(model.resources());
        model.selectedProperty()
                .subscribe(choice -> resource.getSelectionModel().select(choice));
        resource.valueProperty().subscribe(choice -> {
            if (choice != null) {
                model.selectedProperty().set(choice);
            }
        });
        months.getChildren().setAll(calendar);
        model.days().subscribe(() -> calendar.show(model.days()));
        model.chosen().anchorProperty().subscribe(this::choose);
        model.chosen().headProperty().subscribe(this::choose);
        choose();
        span.textProperty().bind(model.chosen().text());
        bindForm();
        preview.disableProperty().bind(model.previewAllowed().map(allowed -> !allowed));
        save.disableProperty().bind(model.saveAllowed().map(allowed -> !allowed));
        effectTitle.textProperty().bind(model.effectTitleProperty());
        effects.setItems(model.effects());
        rules.setItems(model.rules());
        rules.setCellFactory(_ -> new RuleCell());
        var none = rules.getSelectionModel().selectedItemProperty().isNull();
        up.disableProperty().bind(none);
        down.disableProperty().bind(none);
        remove.disableProperty().bind(none);
        notice.textProperty().bind(model.noticeProperty());
        performances.setContent(loader.load(new OccurrencesController(model.occurrences())));
        model.hasPerformances().subscribe(this::offerPerformances);
    }

    private void bindForm() {
        RatesFormViewModel form = model.form();
        for (FormField field : FormField.in(fields)) {
            if (field.getUserData() instanceof String name) {
                RatesFormViewModel.Entry entry = RatesFormViewModel.Entry.valueOf(name);
                field.bind(form.text(entry), form.fault(entry));
            }
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            CheckBox box = new CheckBox(day.getDisplayName(TextStyle.SHORT, locale));
            box.setId(day.name());
            box.selectedProperty().bindBidirectional(form.weekday(day));
            weekdays.getChildren().add(box);
        }
        nights.lowValueProperty().bindBidirectional(form.leastNightsProperty());
        nights.highValueProperty().bindBidirectional(form.mostNightsProperty());
        closed.selectedProperty().bindBidirectional(form.closedProperty());
        closedToArrival.selectedProperty().bindBidirectional(form.closedToArrivalProperty());
        closedToDeparture.selectedProperty().bindBidirectional(form.closedToDepartureProperty());
    }

    private void choose() {
        calendar.choose(
                model.chosen().anchorProperty().get(),
                model.chosen().headProperty().get());
    }

    private void offerPerformances(boolean wanted) {
        parts.getTabs().remove(performances);
        if (wanted) {
            parts.getTabs().add(performances);
        }
    }

    @FXML
    private void onBack() {
        model.turn(-1);
    }

    @FXML
    private void onForth() {
        model.turn(1);
    }

    @FXML
    private void onPreview() {
        model.preview();
    }

    @FXML
    private void onSave() {
        model.save();
    }

    @FXML
    private void onForget() {
        model.forget();
    }

    @FXML
    private void onRemove() {
        model.remove(rules.getSelectionModel().getSelectedItem());
    }

    @FXML
    private void onUp() {
        model.move(rules.getSelectionModel().getSelectedItem(), -1);
    }

    @FXML
    private void onDown() {
        model.move(rules.getSelectionModel().getSelectedItem(), 1);
    }

    /// A rule in two lines.
    private static final class RuleCell extends ListCell<RuleRow> {

        private final Label days = new Label();
        private final Label effect = new Label();
        private final VBox box = new VBox(2, days, effect);

        RuleCell() {
            days.setWrapText(true);
            effect.setWrapText(true);
            effect.getStyleClass().add("rates-rule-effect");
            HBox.setHgrow(box, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable RuleRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            days.setText(row.days());
            effect.setText(row.effect());
            setGraphic(box);
        }
    }
}
