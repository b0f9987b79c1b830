package dev.keyrack.desktop.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The board on a canvas that only ever draws what is in view. Bars are chosen with a click or with arrows and Enter,
/// and dragged to another line.
final class PlanningBoard extends Region {

    private static final double DRAG = 4;

    private final BoardColours colours = new BoardColours(this);
    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final BoardPainter painter;
    private final BoardViewModel model;
    private Plan plan = Plan.EMPTY;
    private LocalDate day;
    private LocalDate today;
    private @Nullable Stay selected;
    private @Nullable Bar pressed;
    private double pressedY;
    private int dragRow = -1;
    private double sideways;

    PlanningBoard(Locale locale, BoardViewModel model) {
        this.day = model.dayProperty().get();
        this.today = model.today();
        this.model = model;
        painter = new BoardPainter(canvas.getGraphicsContext2D(), colours, locale);
        getStyleClass().add("planning-board");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        bar.setOrientation(Orientation.VERTICAL);
        bar.valueProperty().subscribe(this::paint);
        getChildren().addAll(canvas, bar);
        colours.onChange(this::paint);
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnMouseReleased(_ -> release());
        setOnScroll(this::scroll);
        setOnKeyPressed(this::type);
    }

    BoardColours colours() {
        return colours;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return BoardColours.metaData();
    }

    void show(Plan news, LocalDate left, LocalDate present) {
        plan = news;
        day = left;
        today = present;
        requestLayout();
        paint();
    }

    Plan plan() {
        return plan;
    }

    /// The bar under a point, as a test or a person would touch it.
    Optional<Bar> barAt(double x, double y) {
        BoardGrid grid = grid();
        return plan.bars().filter(each -> grid.covers(each, x, y)).findFirst();
    }

    BoardGrid grid() {
        return new BoardGrid(day, bar.getValue(), canvas.getWidth(), canvas.getHeight());
    }

    @Override
    protected void layoutChildren() {
        double breadth = bar.prefWidth(-1);
        canvas.setWidth(getWidth() - breadth);
        canvas.setHeight(getHeight());
        bar.resizeRelocate(getWidth() - breadth, 0, breadth, getHeight());
        double visible = Math.max(0, getHeight() - BoardGrid.HEADER);
        double all = plan.rows().size() * BoardGrid.ROW;
        bar.setMax(Math.max(0, all - visible));
        bar.setVisibleAmount(all <= 0 ? 0 : bar.getMax() * visible / all);
        bar.setUnitIncrement(BoardGrid.ROW);
        bar.setBlockIncrement(visible);
        bar.setValue(Math.min(bar.getValue(), bar.getMax()));
        paint();
    }

    private void paint() {
        if (canvas.getWidth() <= 0) {
            return;
        }
        BoardGrid grid = grid();
        painter.paint(grid, plan, today, selected);
        Bar held = pressed;
        if (held != null && dragRow >= 0) {
            painter.paintGhost(grid, held.stay(), dragRow, dropAllowed(model::moveAllowed));
        }
    }

    private boolean dropAllowed(BiPredicate<Stay, PlanRow> rule) {
        Bar held = pressed;
        return held != null
                && dragRow >= 0
                && dragRow < plan.rows().size()
                && rule.test(held.stay(), plan.rows().get(dragRow));
    }

    private void press(MouseEvent event) {
        requestFocus();
        pressed = event.getButton() == MouseButton.PRIMARY
                ? barAt(event.getX(), event.getY()).orElse(null)
                : null;
        pressedY = event.getY();
        dragRow = -1;
    }

    private void drag(MouseEvent event) {
        if (pressed != null && (dragRow >= 0 || Math.abs(event.getY() - pressedY) > DRAG)) {
            dragRow = Math.max(0, grid().rowAt(event.getY()));
            paint();
        }
    }

    private void release() {
        Bar held = pressed;
        if (held != null && dragRow < 0) {
            select(held.stay());
            model.choose(held.stay());
        } else if (held != null && dropAllowed(model::moveAllowed)) {
            model.move(held.stay(), plan.rows().get(dragRow));
        }
        pressed = null;
        dragRow = -1;
        paint();
    }

    private void select(Stay stay) {
        selected = stay;
        setAccessibleText(stay.userDetails().firstName() + " "
                + stay.userDetails().lastName() + ", " + stay.startDate() + ", " + stay.endDate());
        paint();
    }

    private void scroll(ScrollEvent event) {
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            sideways += event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            int days = (int) (-sideways / BoardGrid.DAY);
            if (days != 0) {
                sideways += days * BoardGrid.DAY;
                model.showDaysOn(days);
            }
        } else {
            bar.setValue(Math.clamp(bar.getValue() - event.getDeltaY(), 0, bar.getMax()));
        }
        event.consume();
    }

    private void type(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT -> step(0, 1);
            case LEFT -> step(0, -1);
            case DOWN -> step(1, 0);
            case UP -> step(-1, 0);
            case ENTER -> {
                if (selected != null) {
                    model.choose(selected);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Goes to the next bar of the line, or to the first of the next line that has one.
    private void step(int lines, int bars) {
        List<Bar> all =
                plan.bars().filter(each -> each.stay().endDate().isAfter(day)).toList();
        int at = -1;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).stay().equals(selected)) {
                at = i;
            }
        }
        int next = at + bars;
        if (lines != 0 && at >= 0) {
            int row = all.get(at).row();
            next = at;
            while (next >= 0 && next < all.size() && all.get(next).row() == row) {
                next += lines;
            }
        } else if (at < 0) {
            next = 0;
        }
        if (next >= 0 && next < all.size()) {
            select(all.get(next).stay());
            reveal(all.get(next).row());
        }
    }

    private void reveal(int row) {
        double y = row * BoardGrid.ROW;
        double visible = getHeight() - BoardGrid.HEADER - BoardGrid.ROW;
        if (y < bar.getValue()) {
            bar.setValue(y);
        } else if (y > bar.getValue() + visible) {
            bar.setValue(Math.min(bar.getMax(), y - visible));
        }
    }
}
