package dev.keyrack.kiosk.frame;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Binds the frame to its view model, and holds the present question.
public final class FrameController {

    private static final PseudoClass REACH = PseudoClass.getPseudoClass("reach");
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final FrameViewModel model;

    @FXML
    private StackPane frame;

    @FXML
    private FlowPane head;

    @FXML
    private Label house;

    @FXML
    private Button language;

    @FXML
    private Button contrast;

    @FXML
    private Button reach;

    @FXML
    private HBox progress;

    @FXML
    private StackPane question;

    @FXML
    private HBox navigation;

    @FXML
    private Button back;

    @FXML
    private Button cancel;

    @FXML
    private VBox stillThere;

    public FrameController(FrameViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        house.setText(model.house());
        language.setText(model.otherLanguage());
        present(head, model.framed());
        present(navigation, model.framed());
        present(progress, model.station().map(station -> station >= 0));
        back.visibleProperty().bind(model.backAllowed());
        cancel.visibleProperty().bind(model.cancelAllowed());
        present(stillThere, model.asking());
        model.contrastProperty().subscribe(on -> contrast.pseudoClassStateChanged(ON, on));
        model.reachProperty().subscribe(on -> reach.pseudoClassStateChanged(ON, on));
        model.reachProperty().subscribe(on -> frame.pseudoClassStateChanged(REACH, on));
        model.reachProperty().subscribe(() -> question.getChildren().forEach(FrameController::layOutAnew));
        ObservableValue<Boolean> wide = frame.widthProperty().greaterThan(frame.heightProperty());
        wide.subscribe(on -> frame.pseudoClassStateChanged(WIDE, on));
        present(reach, wide.map(on -> !on));
        drawStations();
    }

    private static void layOutAnew(Node view) {
        if (view instanceof Parent parent) {
            parent.requestLayout();
        }
    }

    private static void present(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    private void drawStations() {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < model.stations().size(); i++) {
            int number = i;
            Label name = new Label(model.stations().get(i));
            name.getStyleClass().add("station-name");
            Region bar = new Region();
            bar.getStyleClass().add("station-bar");
            VBox station = new VBox(bar, name);
            station.getStyleClass().add("station");
            HBox.setHgrow(station, Priority.ALWAYS);
            model.station().subscribe(at -> {
                station.pseudoClassStateChanged(DONE, number < at);
                station.pseudoClassStateChanged(CURRENT, number == at);
            });
            nodes.add(station);
        }
        progress.getChildren().setAll(nodes);
    }

    /// Puts a question into the frame.
    public void show(Parent view) {
        question.getChildren().setAll(view);
        question.requestFocus();
    }

    @FXML
    private void onLanguage() {
        model.useOtherLanguage();
    }

    @FXML
    private void onContrast() {
        model.switchContrast();
    }

    @FXML
    private void onReach() {
        model.switchReach();
    }

    @FXML
    private void onBack() {
        model.back();
    }

    @FXML
    private void onCancel() {
        model.cancel();
    }

    @FXML
    private void onStay() {
        model.stay();
    }
}
