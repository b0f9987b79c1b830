package dev.keyrack.desktop.board;

import java.util.List;
import java.util.stream.Stream;

/// All lines and bars of the board, bars by line and start.
record BoardPlan(List<BoardRow> rows, List<List<BoardBar>> barsByRow) {

    static final BoardPlan EMPTY = new BoardPlan(List.of(), List.of());

    Stream<BoardBar> bars() {
        return barsByRow.stream().flatMap(List::stream);
    }
}
