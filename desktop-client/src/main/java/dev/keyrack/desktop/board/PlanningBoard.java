package dev.keyrack.desktop.board;

import dev.keyrack.contract.value.BookingId;
import dev.keyrack.desktop.board.BoardPainter.Span;
import dev.keyrack.desktop.plan.Bar;
import dev.keyrack.desktop.plan.Draft;
import dev.keyrack.desktop.plan.Plan;
import dev.keyrack.desktop.plan.PlanRow;
import dev.keyrack.fx.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The board on a canvas that only ever draws what is in view, once for each frame in which something changed. It has a
/// cursor, which is a bar or an empty night, and at most one change in the making.
final class PlanningBoard extends Region {

    private final BoardColours colours = new BoardColours(this);
    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final BoardPainter painter;
    private final BoardViewModel model;
    private final BoardWords words;
    private final Node card;
    private final BoardMenu menu;
    private Plan plan = Plan.EMPTY;
    private int left;
    private double shift;
    private double zoomed = BoardGrid.Zoom.DAYS.day();
    private @Nullable Bar chosen;
    private @Nullable Span cell;
    private @Nullable Draft draft;

    /// @param card asks about a change, at the place where it was made
    PlanningBoard(Messages messages, BoardViewModel model, Node card) {
        this.model = model;
        this.card = card;
        this.words = new BoardWords(messages);
        this.menu = new BoardMenu(messages, this);
        painter = new BoardPainter(
                canvas.getGraphicsContext2D(), colours, messages.locale(), messages.text("board.row.full"));
        getStyleClass().add("planning-board");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        bar.setOrientation(Orientation.VERTICAL);
        bar.valueProperty().subscribe(this::repaint);
        getChildren().addAll(canvas, bar, card);
        colours.onChange(() -> {
            painter.recolour();
            repaint();
        });
        new BoardMouse(this, canvas).listen();
        setOnScroll(this::scroll);
        setOnKeyPressed(new BoardKeys(this, model)::press);
        follow();
    }

    private void follow() {
        model.planProperty().subscribe(this::show);
        model.dayProperty().subscribe(this::turn);
        model.zoomProperty().subscribe(zoom -> {
            zoomed = zoom.day();
            shift = 0;
            repaint();
        });
        model.soughtProperty().subscribe(_ -> seek());
        model.asking().subscribe(asking -> {
            if (!asking) {
                setDraft(null);
                requestFocus();
            }
        });
    }

    BoardColours colours() {
        return colours;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return BoardColours.metaData();
    }

    private void show(Plan news) {
        plan = news;
        Bar old = chosen;
        chosen = old == null ? null : news.findAgain(old).orElse(null);
        seek();
        repaint();
    }

    /// Puts the cursor upon the booking that somebody looks for, as soon as it is there.
    private void seek() {
        BookingId wanted = model.soughtProperty().get();
        if (wanted != null) {
            plan.bars()
                    .filter(each -> each.stay().id().equals(wanted))
                    .findFirst()
                    .ifPresent(found -> {
                        model.soughtProperty().set(null);
                        choose(found);
                        reveal(found.row(), found.start());
                    });
        }
    }

    private void turn(LocalDate day) {
        int wanted = Math.toIntExact(day.toEpochDay());
        if (wanted != left) {
            left = wanted;
            shift = 0;
        }
        repaint();
    }

    Plan plan() {
        return plan;
    }

    BoardGrid grid() {
        // whole pixels: rectangles between them are blurred and slow
        return new BoardGrid(
                left, Math.round(shift), Math.round(bar.getValue()), canvas.getWidth(), canvas.getHeight(), zoomed);
    }

    /// The bar under a point, as a test or a person would touch it.
    Optional<Bar> barAt(double x, double y) {
        BoardGrid grid = grid();
        return grid.isInside(x, y) ? plan.find(grid.rowAt(y), grid.nightAt(x)) : Optional.empty();
    }

    /// The line under a height.
    Optional<PlanRow> rowAt(int index) {
        return plan.hasRow(index) ? Optional.of(plan.row(index)) : Optional.empty();
    }

    @Nullable
    Bar chosen() {
        return chosen;
    }

    @Nullable
    Span cell() {
        return cell;
    }

    @Nullable
    Draft draft() {
        return draft;
    }

    void choose(Bar wanted) {
        chosen = wanted;
        cell = null;
        setAccessibleText(words.speak(wanted, plan.row(wanted.row())));
        repaint();
    }

    void choose(Span wanted) {
        chosen = null;
        cell = wanted;
        rowAt(wanted.row()).ifPresent(row -> setAccessibleText(words.speak(wanted.from(), row)));
        repaint();
    }

    void setDraft(@Nullable Draft wanted) {
        draft = wanted;
        repaint();
    }

    /// Begins a change of the chosen bar, as the keyboard does it.
    void begin(Draft.Kind kind) {
        Bar held = chosen;
        if (held != null && (kind != Draft.Kind.SPLIT || held.end() - held.start() > 1)) {
            setDraft(Draft.of(kind, held));
        }
    }

    /// Lets go of what is being changed. It stays in sight while a person is asked about it.
    void drop() {
        Draft held = draft;
        if (held != null) {
            model.drop(held);
            if (!model.asking().getValue()) {
                setDraft(null);
            }
        }
    }

    /// Opens what the cursor is on: a booking, or a new one in an empty night.
    void open() {
        Bar bar = chosen;
        Span free = cell;
        if (bar != null) {
            model.choose(bar);
        } else if (free != null) {
            rowAt(free.row()).ifPresent(row -> model.startWalkIn(row, free.from(), free.to()));
        }
    }

    /// What lies at a point, in words; empty if there is nothing to say.
    String describe(double x, double y) {
        return barAt(x, y).map(words::describe).orElseGet(() -> {
            BoardGrid grid = grid();
            return rowAt(grid.rowAt(y))
                    .filter(row ->
                            row.kind() == PlanRow.Kind.RESOURCE && row.days().knows(grid.dayAt(x)))
                    .map(row -> words.count(grid.dayAt(x), row))
                    .orElse("");
        });
    }

    BoardMenu menu() {
        return menu;
    }

    void repaint() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double breadth = bar.prefWidth(-1);
        canvas.setWidth(Math.max(0, getWidth() - breadth));
        canvas.setHeight(getHeight());
        bar.resizeRelocate(getWidth() - breadth, 0, breadth, getHeight());
        double visible = Math.max(0, getHeight() - BoardGrid.HEADER);
        double all = plan.rows().size() * BoardGrid.ROW;
        bar.setMax(Math.max(0, all - visible));
        bar.setVisibleAmount(all <= 0 ? 0 : bar.getMax() * visible / all);
        bar.setUnitIncrement(BoardGrid.ROW);
        bar.setBlockIncrement(visible);
        bar.setValue(Math.min(bar.getValue(), bar.getMax()));
        if (canvas.getWidth() > BoardGrid.TITLE) {
            BoardGrid grid = grid();
            model.look(LocalDate.ofEpochDay(left), grid.endDay() - left);
            int today = Math.toIntExact(model.today().toEpochDay());
            painter.paint(new BoardPainter.Sight(grid, plan, today, chosen, cell, draft));
            placeCard(grid);
        }
    }

    /// Below the place of the change, or above it where there is no room.
    private void placeCard(BoardGrid grid) {
        double width = card.prefWidth(-1);
        double height = card.prefHeight(width);
        Draft asked = draft;
        double x = (canvas.getWidth() - width) / 2;
        double y = BoardGrid.HEADER + 16;
        if (asked != null) {
            x = grid.nightOf(asked.from());
            y = grid.yOf(asked.row() + 1) + 4;
            if (y + height > getHeight()) {
                y = grid.yOf(asked.row()) - height - 4;
            }
        }
        card.resizeRelocate(
                Math.clamp(x, BoardGrid.TITLE, Math.max(BoardGrid.TITLE, canvas.getWidth() - width - 8)),
                Math.clamp(y, BoardGrid.HEADER, Math.max(BoardGrid.HEADER, getHeight() - height - 8)),
                width,
                height);
    }

    private void scroll(ScrollEvent event) {
        boolean sideways = event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        if (sideways) {
            scrollBy(-(event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX()), 0);
        } else {
            scrollBy(0, -event.getDeltaY());
        }
        event.consume();
    }

    /// Moves what is in view by some pixels.
    void scrollBy(double right, double down) {
        bar.setValue(Math.clamp(bar.getValue() + down, 0, bar.getMax()));
        shift += right;
        int turned = (int) Math.floor(shift / zoomed);
        shift -= turned * zoomed;
        left += turned;
        repaint();
    }

    /// Brings a line and a day into view, with as little movement as it takes.
    void reveal(int row, int day) {
        double y = row * BoardGrid.ROW;
        double visible = getHeight() - BoardGrid.HEADER - BoardGrid.ROW;
        double down = Math.min(0, y - bar.getValue()) + Math.max(0, y - bar.getValue() - visible);
        BoardGrid grid = grid();
        double right = Math.min(0, grid.xOf(day) - BoardGrid.TITLE) + Math.max(0, grid.xOf(day + 2) - grid.width());
        scrollBy(right, down);
    }
}
