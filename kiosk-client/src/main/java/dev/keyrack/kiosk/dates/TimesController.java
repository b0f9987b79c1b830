package dev.keyrack.kiosk.dates;

import dev.keyrack.kiosk.dates.TimesViewModel.Time;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Binds the times to their view model.
public final class TimesController {

    private final TimesViewModel model;

    @FXML
    private Label title;

    @FXML
    private Label question;

    @FXML
    private HBox turn;

    @FXML
    private Button earlier;

    @FXML
    private Label day;

    @FXML
    private Button later;

    @FXML
    private Label looking;

    @FXML
    private Label nothing;

    @FXML
    private FlowPane times;

    @FXML
    private Label notice;

    public TimesController(TimesViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        title.setText(model.title());
        question.setText(model.question());
        day.textProperty().bind(model.day());
        earlier.disableProperty().bind(model.earlierAllowed().map(allowed -> !allowed));
        later.disableProperty().bind(model.laterAllowed().map(allowed -> !allowed));
        notice.textProperty().bind(model.noticeProperty());
        present(notice, notice.textProperty().isNotEmpty());
        present(looking, model.lookingProperty());
        present(nothing, model.nothing());
        present(turn, day.textProperty().isNotEmpty());
        model.times()
                .subscribe(all ->
                        times.getChildren().setAll(all.stream().map(this::time).toList()));
    }

    private static void present(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    private Node time(Time time) {
        Button button = new Button(time.text());
        button.setId(time.id());
        button.getStyleClass().add("time");
        button.setDisable(!time.open());
        button.setOnAction(_ -> model.choose(time));
        if (model.wide()) {
            Label text = new Label(time.text());
            text.getStyleClass().add("time-text");
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox box = new HBox(text, new Label(time.detail()));
            box.getStyleClass().add("time-box");
            button.setGraphic(box);
            button.setAccessibleText(time.text() + ", " + time.detail());
            button.getStyleClass().add("time-wide");
            button.prefWidthProperty().bind(times.widthProperty());
            box.prefWidthProperty().bind(button.widthProperty().subtract(72));
        }
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
}
