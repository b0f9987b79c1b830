package dev.keyrack.desktop.board;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/// Binds the board's screen to its view model.
public final class BoardController {

    private final BoardViewModel model;
    private final Locale locale;

    @FXML
    private BorderPane screen;

    @FXML
    private Label notice;

    @FXML
    private Button undo;

    @SuppressWarnings("NullAway.Init")
    public BoardController(BoardViewModel model, Locale locale) {
        this.model = model;
        this.locale = locale;
    }

    @FXML
    private void initialize() {
        var board = new PlanningBoard(locale, model);
        board.setId("board");
        screen.setCenter(board);
        model.planProperty()
                .subscribe(plan -> board.show(plan, model.dayProperty().get(), model.today()));
        model.dayProperty().subscribe(day -> board.show(model.planProperty().get(), day, model.today()));
        notice.textProperty().bind(model.noticeProperty());
        undo.visibleProperty().bind(model.undoableProperty().isNotNull());
        undo.managedProperty().bind(undo.visibleProperty());
    }

    @FXML
    private void onToday() {
        model.showToday();
    }

    @FXML
    private void onBack() {
        model.showDaysOn(-7);
    }

    @FXML
    private void onForth() {
        model.showDaysOn(7);
    }

    @FXML
    private void onUndo() {
        model.undo();
    }
}
