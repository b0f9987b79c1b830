package dev.keyrack.desktop.board;

import dev.keyrack.desktop.board.BoardPainter.Span;
import dev.keyrack.desktop.plan.Bar;
import dev.keyrack.desktop.plan.Draft;
import dev.keyrack.desktop.plan.Plan;
import dev.keyrack.desktop.plan.PlanRow;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keyboard on the board. Arrows go from bar to bar and over empty nights; while something is being changed they
/// change it, Enter lets it go and Escape leaves it as it was.
final class BoardKeys {

    private static final int WEEK = 7;

    private final PlanningBoard board;
    private final BoardViewModel model;

    BoardKeys(PlanningBoard board, BoardViewModel model) {
        this.board = board;
        this.model = model;
    }

    void press(KeyEvent event) {
        if (model.asking().getValue()) {
            // the card answers to Enter and Escape
            return;
        }
        Draft draft = board.draft();
        boolean done = draft != null ? change(draft, event) : go(event) || act(event);
        if (done) {
            event.consume();
        }
    }

    private boolean change(Draft draft, KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT -> put(draft.by(0, 1));
            case LEFT -> put(draft.by(0, -1));
            case DOWN -> put(draft.by(rowsTo(draft.row(), 1), 0));
            case UP -> put(draft.by(rowsTo(draft.row(), -1), 0));
            case ENTER -> board.drop();
            case ESCAPE -> board.setDraft(null);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void put(Draft wanted) {
        Draft inside = wanted.within(board.plan().rows().size());
        board.setDraft(inside);
        board.reveal(inside.row(), inside.kind() == Draft.Kind.END ? inside.to() : inside.from());
    }

    /// How far it is to the next line with nights in it; 0 if there is none.
    private int rowsTo(int row, int step) {
        Plan plan = board.plan();
        int next = row + step;
        while (plan.hasRow(next) && plan.row(next).kind() == PlanRow.Kind.RESOURCE) {
            next += step;
        }
        return plan.hasRow(next) ? next - row : 0;
    }

    private boolean go(KeyEvent event) {
        boolean far = event.isShortcutDown();
        switch (event.getCode()) {
            case RIGHT -> aside(far, event.isShiftDown() ? 1 : 0, 1);
            case LEFT -> aside(far, event.isShiftDown() ? -1 : 0, -1);
            case DOWN -> goTo(row() + rowsTo(row(), 1), day());
            case UP -> goTo(row() + rowsTo(row(), -1), day());
            case PAGE_DOWN -> page(1);
            case PAGE_UP -> page(-1);
            case HOME, T -> model.showToday();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void aside(boolean far, int longer, int step) {
        Span cell = board.cell();
        if (far) {
            model.showDaysOn(step * WEEK);
        } else if (longer != 0 && cell != null) {
            board.choose(new Span(cell.row(), cell.from(), Math.max(cell.from() + 1, cell.to() + longer)));
        } else {
            Bar bar = board.chosen();
            int day = bar == null ? day() + step : step > 0 ? bar.end() : bar.start() - 1;
            goTo(row(), day);
        }
    }

    private void page(int step) {
        BoardGrid grid = board.grid();
        int rows = step * Math.max(1, (int) ((grid.height() - BoardGrid.HEADER) / BoardGrid.ROW) - 1);
        int last = board.plan().rows().size() - 1;
        int wanted = Math.clamp((long) row() + rows, 0, Math.max(0, last));
        goTo(wanted + (isHeading(wanted) ? rowsTo(wanted, 1) : 0), day());
    }

    private boolean isHeading(int row) {
        return board.rowAt(row)
                .filter(found -> found.kind() == PlanRow.Kind.RESOURCE)
                .isPresent();
    }

    /// Where the cursor is; at first the line in the upper left corner.
    private int row() {
        Bar bar = board.chosen();
        Span cell = board.cell();
        return bar != null
                ? bar.row()
                : cell != null ? cell.row() : board.grid().firstRow();
    }

    private int day() {
        Bar bar = board.chosen();
        Span cell = board.cell();
        int today = Math.toIntExact(model.today().toEpochDay());
        return bar != null ? Math.max(bar.start(), board.grid().left()) : cell != null ? cell.from() : today;
    }

    private void goTo(int row, int day) {
        if (board.plan().hasRow(row)) {
            Optional<Bar> found = board.plan().find(row, day);
            found.ifPresentOrElse(board::choose, () -> board.choose(new Span(row, day, day + 1)));
            board.reveal(row, day);
        }
    }

    private boolean act(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        KeyCode key = event.getCode();
        switch (key) {
            case ENTER -> board.open();
            case M -> board.begin(Draft.Kind.MOVE);
            case A -> board.begin(Draft.Kind.START);
            case D -> board.begin(Draft.Kind.END);
            case S -> board.begin(Draft.Kind.SPLIT);
            case Z -> turnZoom();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void turnZoom() {
        model.zoomProperty()
                .set(model.zoomProperty().get() == BoardGrid.Zoom.DAYS ? BoardGrid.Zoom.WEEKS : BoardGrid.Zoom.DAYS);
    }
}
