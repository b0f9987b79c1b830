package dev.keyrack.desktop.board;

import javafx.scene.Node;

/// What a board shows, for whoever looks at it without eyes. To be asked on the JavaFX thread.
public final class BoardMap {

    private final PlanningBoard board;

    private BoardMap(PlanningBoard board) {
        this.board = board;
    }

    /// @throws IllegalArgumentException if the node is no planning board
    public static BoardMap of(Node node) {
        if (node instanceof PlanningBoard board) {
            return new BoardMap(board);
        }
        throw new IllegalArgumentException("not a planning board: " + node);
    }

    public long countStays() {
        return board.plan().bars().count();
    }
}
