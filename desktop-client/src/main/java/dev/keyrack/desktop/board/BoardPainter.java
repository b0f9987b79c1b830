package dev.keyrack.desktop.board;

import dev.keyrack.desktop.board.BoardColours.Ink;
import dev.keyrack.desktop.plan.Bar;
import dev.keyrack.desktop.plan.Draft;
import dev.keyrack.desktop.plan.DropRule;
import dev.keyrack.desktop.plan.Plan;
import dev.keyrack.desktop.plan.PlanRow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Draws what is in view, and nothing else.
final class BoardPainter {

    private static final double ROUND = 6;
    private static final int HATCH = 8;
    private static final int STRIP = 512;
    private static final double[] DASHES = {5, 4};
    private static final double[] SOLID = {};

    private final GraphicsContext pen;
    private final BoardColours colours;
    private final BarPainter bars;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter month;
    private final DateTimeFormatter monthOnly;
    private final String full;
    private final Font plain = Font.font("Inter", 13);
    private final Font bold = Font.font("Inter", FontWeight.BOLD, 13);
    private final Font small = Font.font("Inter", 11);
    private final Font smallBold = Font.font("Inter", FontWeight.BOLD, 11);
    private @Nullable Image hatch;

    /// What a person sees at this moment.
    ///
    /// @param chosen the bar under the cursor, if there is one
    /// @param cell the cursor where there is no bar, or the nights that a person draws
    /// @param draft what is being changed
    record Sight(
            BoardGrid grid,
            Plan plan,
            int today,
            @Nullable Bar chosen,
            @Nullable Span cell,
            @Nullable Draft draft) {}

    /// Some nights in a line.
    record Span(int row, int from, int to) {}

    /// @param full the word for a date on which nothing is free
    BoardPainter(GraphicsContext pen, BoardColours colours, Locale locale, String full) {
        this.pen = pen;
        this.colours = colours;
        this.bars = new BarPainter(pen, colours);
        this.weekday = DateTimeFormatter.ofPattern("EE", locale);
        this.month = DateTimeFormatter.ofPattern("LLLL yyyy", locale);
        this.monthOnly = DateTimeFormatter.ofPattern("LLL", locale);
        this.full = full;
    }

    /// Forgets what was drawn in other colours.
    void recolour() {
        hatch = null;
    }

    void paint(Sight sight) {
        BoardGrid grid = sight.grid();
        Plan plan = sight.plan();
        pen.setTextBaseline(VPos.CENTER);
        fill(Ink.SURFACE, 0, 0, grid.width(), grid.height());
        paintDays(sight);
        int end = grid.endRow(plan.rows().size());
        for (int row = grid.firstRow(); row < end; row++) {
            paintGround(grid, plan.row(row), grid.yOf(row));
        }
        for (int row = grid.firstRow(); row < end; row++) {
            paintBars(sight, row);
        }
        paintCursor(sight);
        paintDraft(sight);
        paintTitles(grid, plan, end);
        paintHeader(sight);
    }

    private void fill(Ink ink, double x, double y, double width, double height) {
        pen.setFill(colours.of(ink));
        pen.fillRect(x, y, width, height);
    }

    private void paintDays(Sight sight) {
        BoardGrid grid = sight.grid();
        boolean wide = grid.day() >= BoardGrid.Zoom.DAYS.day();
        for (int day = grid.left(); day < grid.endDay(); day++) {
            double x = grid.xOf(day);
            if (day == sight.today()) {
                fill(Ink.TODAY, x, 0, grid.day(), grid.height());
            } else if (isWeekend(day)) {
                fill(Ink.SUNKEN, x, 0, grid.day(), grid.height());
            }
            if (wide || isMonday(day)) {
                fill(Ink.LINE, x, BoardGrid.HEADER, 1, grid.height() - BoardGrid.HEADER);
            }
        }
    }

    /// The first of January 1970 was a Thursday.
    private static int weekdayOf(int day) {
        return Math.floorMod(day + 3, 7);
    }

    private static boolean isMonday(int day) {
        return weekdayOf(day) + 1 == DayOfWeek.MONDAY.getValue();
    }

    private static boolean isWeekend(int day) {
        return weekdayOf(day) + 1 >= DayOfWeek.SATURDAY.getValue();
    }

    private void paintGround(BoardGrid grid, PlanRow row, double y) {
        if (row.kind() == PlanRow.Kind.RESOURCE) {
            fill(Ink.SUNKEN, 0, y, grid.width(), BoardGrid.ROW);
            paintFree(grid, row, y);
        } else if (row.kind() == PlanRow.Kind.CLOSED_UNIT) {
            hatch(BoardGrid.TITLE, y, grid.width() - BoardGrid.TITLE);
        } else {
            paintClosed(grid, row.days(), y);
        }
        fill(Ink.LINE, 0, y + BoardGrid.ROW - 1, grid.width(), 1);
    }

    private void paintFree(BoardGrid grid, PlanRow row, double y) {
        pen.setTextAlign(TextAlignment.CENTER);
        boolean wide = grid.day() >= BoardGrid.Zoom.DAYS.day();
        for (int day = grid.left(); day < grid.endDay(); day++) {
            if (!row.days().knows(day)) {
                continue;
            }
            int free = row.days().free(day);
            double x = grid.xOf(day) + grid.day() / 2;
            boolean closed = row.days().closed(day) != null;
            pen.setFill(colours.of(closed ? Ink.QUIET : free <= 0 ? Ink.DANGER : Ink.TEXT));
            pen.setFont(free <= 0 ? smallBold : small);
            pen.fillText(closed ? "–" : free > 0 ? Integer.toString(free) : wide ? full : "0", x, y + 14, grid.day());
            if (row.days().held(day) > 0) {
                dash(pen, colours, x, y + BoardGrid.ROW - 6);
            }
        }
    }

    /// The sign of what is held for somebody who has not booked yet.
    static void dash(GraphicsContext pen, BoardColours colours, double middle, double y) {
        pen.setFill(colours.of(Ink.ACCENT));
        for (int part = -1; part <= 1; part++) {
            pen.fillRect(middle - 2 + part * 6, y, 4, 2);
        }
    }

    /// Hatches closed dates, each stretch with its reason where there is room.
    private void paintClosed(BoardGrid grid, PlanRow.Days days, double y) {
        int day = grid.left();
        while (day < grid.endDay()) {
            String reason = days.closed(day);
            int end = day + 1;
            if (reason != null) {
                while (end < grid.endDay() && reason.equals(days.closed(end))) {
                    end++;
                }
                double x = Math.max(grid.xOf(day), BoardGrid.TITLE);
                double width = grid.xOf(end) - x;
                hatch(x, y, width);
                if (width > 60) {
                    pen.setFont(small);
                    pen.setFill(colours.of(Ink.QUIET));
                    pen.setTextAlign(TextAlignment.LEFT);
                    pen.fillText(reason, x + 6, y + 14, width - 12);
                }
            }
            day = end;
        }
    }

    private void hatch(double x, double y, double width) {
        Image strip = hatch == null ? strip() : hatch;
        hatch = strip;
        for (double done = 0; done < width; done += STRIP) {
            double part = Math.min(STRIP, width - done);
            pen.drawImage(strip, 0, 0, part, BoardGrid.ROW, x + done, y, part, BoardGrid.ROW);
        }
    }

    private Image strip() {
        var image = new WritableImage(STRIP, (int) BoardGrid.ROW);
        Color line = colours.of(Ink.LINE);
        Color ground = colours.of(Ink.SUNKEN);
        for (int x = 0; x < STRIP; x++) {
            for (int y = 0; y < (int) BoardGrid.ROW; y++) {
                image.getPixelWriter().setColor(x, y, (x + y) % HATCH < 2 ? line : ground);
            }
        }
        return image;
    }

    private void paintBars(Sight sight, int row) {
        BoardGrid grid = sight.grid();
        List<Bar> line = sight.plan().barsOf(row);
        for (int i = sight.plan().firstAfter(row, grid.left() - 1); i < line.size(); i++) {
            Bar bar = line.get(i);
            if (bar.start() >= grid.endDay()) {
                break;
            }
            BarPainter.Box box = box(grid, row, bar.start(), bar.end());
            if (box.right() > BoardGrid.TITLE) {
                bars.paint(bar, box);
                if (bar.isSameAs(sight.chosen())) {
                    bars.paintChosen(box);
                }
            }
        }
    }

    static BarPainter.Box box(BoardGrid grid, int row, int start, int end) {
        double x = grid.nightOf(start) + 1;
        return new BarPainter.Box(
                x,
                grid.yOf(row) + BoardGrid.INSET,
                Math.max(3, grid.nightOf(end) - 1 - x),
                BarPainter.HEIGHT,
                BoardGrid.TITLE);
    }

    private void paintCursor(Sight sight) {
        Span cell = sight.cell();
        if (cell != null) {
            BarPainter.Box box = box(sight.grid(), cell.row(), cell.from(), cell.to());
            pen.setFill(colours.of(Ink.TODAY));
            pen.fillRoundRect(box.x(), box.y(), box.width(), box.height(), ROUND, ROUND);
            outline(Ink.ACCENT, box, DASHES);
        }
    }

    private void outline(Ink ink, BarPainter.Box box, double[] dashes) {
        pen.setStroke(colours.of(ink));
        pen.setLineWidth(2);
        pen.setLineDashes(dashes);
        pen.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), ROUND, ROUND);
        pen.setLineDashes(SOLID);
    }

    /// The place to which a stay is dragged; in broken lines where it cannot be.
    private void paintDraft(Sight sight) {
        Draft draft = sight.draft();
        if (draft != null) {
            BarPainter.Box box = box(sight.grid(), draft.row(), draft.from(), draft.to());
            boolean possible = DropRule.drop(sight.plan(), draft) instanceof DropRule.Drop.Change;
            pen.setGlobalAlpha(0.6);
            bars.paint(draft.toBar(), box);
            pen.setGlobalAlpha(1);
            outline(possible ? Ink.TEXT : Ink.DANGER, box, possible ? SOLID : DASHES);
        }
    }

    private void paintTitles(BoardGrid grid, Plan plan, int end) {
        pen.setTextAlign(TextAlignment.LEFT);
        for (int index = grid.firstRow(); index < end; index++) {
            PlanRow row = plan.row(index);
            boolean heading = row.kind() == PlanRow.Kind.RESOURCE;
            boolean closed = row.kind() == PlanRow.Kind.CLOSED_UNIT;
            double y = grid.yOf(index);
            fill(heading ? Ink.SUNKEN : Ink.SURFACE, 0, y, BoardGrid.TITLE, BoardGrid.ROW - 1);
            pen.setFont(heading ? bold : plain);
            boolean quiet = row.kind() == PlanRow.Kind.UNASSIGNED || closed;
            pen.setFill(colours.of(quiet ? Ink.QUIET : Ink.TEXT));
            double x = heading ? 12 : 24;
            pen.fillText(row.title(), x, y + BoardGrid.ROW / 2, BoardGrid.TITLE - x - 8);
            if (closed) {
                pen.setStroke(colours.of(Ink.QUIET));
                pen.setLineWidth(1.5);
                pen.strokeOval(9, y + 9, 10, 10);
                pen.strokeLine(10.5, y + 17.5, 17.5, y + 10.5);
            }
        }
        fill(Ink.SURFACE, 0, grid.yOf(end), BoardGrid.TITLE, Math.max(0, grid.height() - grid.yOf(end)));
        fill(Ink.LINE, BoardGrid.TITLE - 1, 0, 1, grid.height());
    }

    private void paintHeader(Sight sight) {
        BoardGrid grid = sight.grid();
        fill(Ink.SURFACE, 0, 0, grid.width(), BoardGrid.HEADER);
        boolean wide = grid.day() >= BoardGrid.Zoom.DAYS.day();
        for (int day = grid.left(); day < grid.endDay(); day++) {
            if (wide) {
                paintDate(grid, day, day == sight.today());
            } else {
                paintNarrowDate(grid, day, day == sight.today());
            }
        }
        fill(Ink.SURFACE, 0, 0, BoardGrid.TITLE - 1, BoardGrid.HEADER);
        pen.setFill(colours.of(Ink.TEXT));
        pen.setFont(bold);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(month.format(LocalDate.ofEpochDay(grid.left())), 12, BoardGrid.HEADER / 2);
        fill(Ink.LINE, 0, BoardGrid.HEADER - 1, grid.width(), 1);
    }

    private void paintDate(BoardGrid grid, int day, boolean today) {
        LocalDate date = LocalDate.ofEpochDay(day);
        double x = grid.xOf(day);
        double middle = x + grid.day() / 2;
        pen.setTextAlign(TextAlignment.CENTER);
        if (today) {
            pen.setFill(colours.of(Ink.ACCENT));
            pen.fillRoundRect(x + 3, 3, grid.day() - 6, BoardGrid.HEADER - 6, ROUND, ROUND);
        } else if (isWeekend(day)) {
            fill(Ink.SUNKEN, x, 0, grid.day(), BoardGrid.HEADER);
        }
        boolean turns = date.getDayOfMonth() == 1;
        pen.setFont(turns ? smallBold : small);
        pen.setFill(colours.of(today ? Ink.ON_ACCENT : turns ? Ink.TEXT : Ink.QUIET));
        pen.fillText(turns ? monthOnly.format(date) : weekday.format(date), middle, 14, grid.day() - 4);
        pen.setFont(bold);
        pen.setFill(colours.of(today ? Ink.ON_ACCENT : Ink.TEXT));
        pen.fillText(Integer.toString(date.getDayOfMonth()), middle, 31);
    }

    /// Narrow days name only their Mondays, and the months above.
    private void paintNarrowDate(BoardGrid grid, int day, boolean today) {
        double x = grid.xOf(day);
        if (today) {
            pen.setFill(colours.of(Ink.ACCENT));
            pen.fillRoundRect(x + 1, 23, grid.day() - 2, 18, ROUND, ROUND);
        } else if (isWeekend(day)) {
            fill(Ink.SUNKEN, x, 22, grid.day(), BoardGrid.HEADER - 22);
        }
        if (!today && !isMonday(day) && !isFirstOfMonth(day)) {
            return;
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        pen.setFont(smallBold);
        if (today || isMonday(day)) {
            pen.setTextAlign(TextAlignment.CENTER);
            pen.setFill(colours.of(today ? Ink.ON_ACCENT : Ink.TEXT));
            pen.fillText(Integer.toString(date.getDayOfMonth()), x + grid.day() / 2, 32, grid.day());
        }
        if (isFirstOfMonth(day)) {
            pen.setTextAlign(TextAlignment.LEFT);
            pen.setFill(colours.of(Ink.TEXT));
            pen.fillText(month.format(date), x + 3, 12);
        }
    }

    private static boolean isFirstOfMonth(int day) {
        return LocalDate.ofEpochDay(day).getDayOfMonth() == 1;
    }
}
