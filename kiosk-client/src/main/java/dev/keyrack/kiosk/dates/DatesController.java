package dev.keyrack.kiosk.dates;

import dev.keyrack.kiosk.dates.DatesViewModel.CalendarDay;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Binds the month to its view model.
public final class DatesController {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int WEEK = 7;

    private final DatesViewModel model;

    @FXML
    private Label month;

    @FXML
    private Label question;

    @FXML
    private Label looking;

    @FXML
    private GridPane grid;

    @FXML
    private Button earlier;

    @FXML
    private Button later;

    @FXML
    private Button confirm;

    public DatesController(DatesViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        month.textProperty().bind(model.title());
        question.textProperty().bind(model.question());
        looking.visibleProperty().bind(model.lookingProperty());
        earlier.disableProperty().bind(model.earlierAllowed().map(allowed -> !allowed));
        later.disableProperty().bind(model.laterAllowed().map(allowed -> !allowed));
        confirm.disableProperty().bind(model.confirmAllowed().map(allowed -> !allowed));
        model.days().subscribe(this::draw);
        draw();
    }

    private void draw() {
        grid.getChildren().clear();
        for (int i = 0; i < WEEK; i++) {
            Label weekday = new Label(model.weekdays().get(i));
            weekday.getStyleClass().add("weekday");
            weekday.setMaxWidth(Double.MAX_VALUE);
            grid.add(weekday, i, 0);
        }
        for (int i = 0; i < model.days().size(); i++) {
            grid.add(day(model.days().get(i)), i % WEEK, 1 + i / WEEK);
        }
    }

    private Node day(@Nullable CalendarDay day) {
        if (day == null) {
            return new Region();
        }
        Label number = new Label(day.number());
        number.getStyleClass().add("day-number");
        Label price = new Label(day.price());
        price.getStyleClass().add("day-price");
        VBox box = new VBox(number, price);
        box.getStyleClass().add("day-box");
        Button button = new Button();
        button.setGraphic(box);
        button.setId(day.id());
        button.getStyleClass().add("day");
        button.setAccessibleText(day.spoken());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setDisable(!day.open());
        button.pseudoClassStateChanged(CHOSEN, day.chosen());
        button.setOnAction(_ -> model.touch(day));
        return button;
    }

    @FXML
    private void onEarlier() {
        model.turn(-1);
    }

    @FXML
    private void onLater() {
        model.turn(1);
    }

    @FXML
    private void onConfirm() {
        model.confirm();
    }
}
