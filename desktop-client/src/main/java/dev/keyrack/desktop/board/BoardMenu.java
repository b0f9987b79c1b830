package dev.keyrack.desktop.board;

import dev.keyrack.desktop.plan.Draft;
import dev.keyrack.fx.Messages;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

/// What can be done with what the cursor is on, each with its key.
final class BoardMenu {

    private final PlanningBoard board;
    private final ContextMenu forBars = new ContextMenu();
    private final ContextMenu forCells = new ContextMenu();

    BoardMenu(Messages messages, PlanningBoard board) {
        this.board = board;
        forBars.getItems()
                .setAll(
                        item(messages.text("board.menu.open"), KeyCode.ENTER, board::open),
                        item(messages.text("board.menu.move"), KeyCode.M, () -> board.begin(Draft.Kind.MOVE)),
                        item(messages.text("board.menu.arrival"), KeyCode.A, () -> board.begin(Draft.Kind.START)),
                        item(messages.text("board.menu.departure"), KeyCode.D, () -> board.begin(Draft.Kind.END)),
                        item(messages.text("board.menu.split"), KeyCode.S, () -> board.begin(Draft.Kind.SPLIT)));
        forCells.getItems().setAll(item(messages.text("board.menu.book"), KeyCode.ENTER, board::open));
    }

    private static MenuItem item(String text, KeyCode key, Runnable action) {
        var item = new MenuItem(text);
        item.setAccelerator(new KeyCodeCombination(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    void show(double screenX, double screenY) {
        if (board.chosen() != null) {
            forBars.show(board, screenX, screenY);
        } else if (board.cell() != null) {
            forCells.show(board, screenX, screenY);
        }
    }

    void hide() {
        forBars.hide();
        forCells.hide();
    }
}
