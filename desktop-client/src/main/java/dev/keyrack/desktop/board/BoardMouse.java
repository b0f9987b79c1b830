package dev.keyrack.desktop.board;

import dev.keyrack.desktop.board.BoardPainter.Span;
import dev.keyrack.desktop.plan.Bar;
import dev.keyrack.desktop.plan.Draft;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The mouse on the board: a click opens, a drag of a bar moves it, of its edge changes a date, of empty nights begins
/// a booking, and rest tells more.
final class BoardMouse {

    private static final double STEADY = 4;
    private static final double EDGE = 6;
    private static final double ROOM_FOR_EDGES = 24;
    private static final double NEAR_BORDER = 24;

    private final PlanningBoard board;
    private final Canvas canvas;
    private final Tooltip tip = new Tooltip();
    private @Nullable Draft held;
    private @Nullable Span drawn;
    private double pressedX;
    private double pressedY;
    private boolean dragged;

    BoardMouse(PlanningBoard board, Canvas canvas) {
        this.board = board;
        this.canvas = canvas;
        tip.setShowDelay(Duration.millis(500));
        tip.setShowDuration(Duration.INDEFINITE);
        tip.setWrapText(true);
        tip.setMaxWidth(360);
    }

    void listen() {
        canvas.setOnMouseMoved(this::hover);
        canvas.setOnMouseExited(_ -> rest(""));
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnMouseReleased(_ -> release());
        board.setOnContextMenuRequested(this::askForMenu);
    }

    private void hover(MouseEvent event) {
        Optional<Bar> under = board.barAt(event.getX(), event.getY());
        rest(board.describe(event.getX(), event.getY()));
        canvas.setCursor(under.map(bar -> switch (kindAt(bar, event.getX())) {
                    case START, END -> Cursor.H_RESIZE;
                    case MOVE, SPLIT -> Cursor.HAND;
                })
                .orElse(Cursor.DEFAULT));
    }

    private void rest(String said) {
        if (said.isEmpty()) {
            Tooltip.uninstall(canvas, tip);
        } else if (!said.equals(tip.getText())) {
            tip.hide();
            Tooltip.install(canvas, tip);
        }
        tip.setText(said);
    }

    private Draft.Kind kindAt(Bar bar, double x) {
        BoardGrid grid = board.grid();
        double start = grid.nightOf(bar.start());
        double end = grid.nightOf(bar.end());
        if (end - start < ROOM_FOR_EDGES) {
            return Draft.Kind.MOVE;
        }
        return x - start < EDGE ? Draft.Kind.START : end - x < EDGE ? Draft.Kind.END : Draft.Kind.MOVE;
    }

    private void press(MouseEvent event) {
        board.requestFocus();
        board.menu().hide();
        forget();
        if (event.getButton() != MouseButton.PRIMARY || board.draft() != null) {
            return;
        }
        pressedX = event.getX();
        pressedY = event.getY();
        Optional<Bar> under = board.barAt(pressedX, pressedY);
        held = under.map(bar -> Draft.of(kindAt(bar, pressedX), bar)).orElse(null);
        BoardGrid grid = board.grid();
        int row = grid.rowAt(pressedY);
        if (held == null && grid.isInside(pressedX, pressedY) && board.plan().hasRow(row)) {
            int day = grid.dayAt(pressedX);
            drawn = new Span(row, day, day + 1);
        }
    }

    private void forget() {
        held = null;
        drawn = null;
        dragged = false;
    }

    private void drag(MouseEvent event) {
        dragged |= Math.hypot(event.getX() - pressedX, event.getY() - pressedY) > STEADY;
        if (!dragged) {
            return;
        }
        BoardGrid grid = board.grid();
        int days = grid.dayAt(event.getX()) - grid.dayAt(pressedX);
        Draft hand = held;
        Span nights = drawn;
        if (hand != null) {
            int rows = grid.rowAt(event.getY()) - grid.rowAt(pressedY);
            board.setDraft(hand.by(rows, days).within(board.plan().rows().size()));
            scrollAtBorder(event);
        } else if (nights != null) {
            int other = grid.dayAt(event.getX());
            int from = Math.min(nights.from(), other);
            board.choose(new Span(nights.row(), from, Math.max(from + 1, Math.max(nights.from(), other))));
        }
    }

    /// What is dragged to the border drags the board along.
    private void scrollAtBorder(MouseEvent event) {
        double down = event.getY() > canvas.getHeight() - NEAR_BORDER
                ? BoardGrid.ROW
                : event.getY() < BoardGrid.HEADER + NEAR_BORDER ? -BoardGrid.ROW : 0;
        double before = board.grid().top();
        if (down != 0) {
            board.scrollBy(0, down);
            pressedY -= board.grid().top() - before;
        }
    }

    private void release() {
        Draft hand = held;
        Span nights = drawn;
        if (hand != null && dragged) {
            board.choose(hand.bar());
            board.drop();
        } else if (hand != null) {
            board.choose(hand.bar());
            board.open();
        } else if (nights != null) {
            if (!dragged) {
                board.choose(nights);
            }
            board.open();
        }
        forget();
    }

    private void askForMenu(ContextMenuEvent event) {
        if (!event.isKeyboardTrigger()) {
            BoardGrid grid = board.grid();
            Optional<Bar> under = board.barAt(event.getX(), event.getY());
            under.ifPresent(board::choose);
            int row = grid.rowAt(event.getY());
            if (under.isEmpty()
                    && grid.isInside(event.getX(), event.getY())
                    && board.plan().hasRow(row)) {
                int day = grid.dayAt(event.getX());
                board.choose(new Span(row, day, day + 1));
            }
        }
        board.menu().show(event.getScreenX(), event.getScreenY());
        event.consume();
    }
}
