package dev.keyrack.desktop.board;

import dev.keyrack.fx.Messages;
import java.time.format.FormatStyle;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.util.converter.LocalDateStringConverter;
import org.jspecify.annotations.Nullable;

/// Binds the board's screen to its view model.
public final class BoardController {

    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination GO = new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN);

    private final BoardViewModel model;
    private final Messages messages;
    private final Node card;

    @FXML
    private BorderPane screen;

    @FXML
    private DatePicker date;

    @FXML
    private ToggleButton weeks;

    @FXML
    private Label notice;

    @FXML
    private Button undo;

    @FXML
    private Button legend;

    private @Nullable BoardLegend signs;

    /// @param card asks about a change, at the place where it was made
    @SuppressWarnings("NullAway.Init")
    public BoardController(BoardViewModel model, Messages messages, Node card) {
        this.model = model;
        this.messages = messages;
        this.card = card;
    }

    @FXML
    private void initialize() {
        var board = new PlanningBoard(messages, model, card);
        board.setId("board");
        screen.setCenter(board);
        signs = new BoardLegend(messages, board.colours());
        date.setConverter(new LocalDateStringConverter(FormatStyle.MEDIUM, messages.locale(), null));
        date.setValue(model.today());
        weeks.setSelected(model.zoomProperty().get() == BoardGrid.Zoom.WEEKS);
        model.zoomProperty().subscribe(zoom -> weeks.setSelected(zoom == BoardGrid.Zoom.WEEKS));
        notice.textProperty().bind(model.noticeProperty());
        undo.disableProperty().bind(model.undoAllowed().map(allowed -> !allowed));
        screen.sceneProperty().subscribe(this::hearKeys);
    }

    private void hearKeys(@Nullable Scene left, @Nullable Scene entered) {
        if (left != null) {
            left.getAccelerators().keySet().removeAll(Set.of(UNDO, GO));
        }
        if (entered != null) {
            entered.getAccelerators().put(UNDO, model::undo);
            entered.getAccelerators().put(GO, date::requestFocus);
        }
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
    private void onDate() {
        if (date.getValue() != null) {
            model.showDate(date.getValue());
        }
    }

    @FXML
    private void onWeeks() {
        model.zoomProperty().set(weeks.isSelected() ? BoardGrid.Zoom.WEEKS : BoardGrid.Zoom.DAYS);
    }

    @FXML
    private void onLegend() {
        if (signs != null) {
            signs.show(legend);
        }
    }

    @FXML
    private void onUndo() {
        model.undo();
    }
}
