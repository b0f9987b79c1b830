package dev.keyrack.desktop.board;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Draws what is in view. States differ in shape and sign, not in colour alone.
final class BoardPainter {

    private static final double INSET = 3;
    private static final double ROUND = 6;
    private static final double SIZE = 13;

    private final GraphicsContext pen;
    private final BoardColours colours;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter month;
    private final DateTimeFormatter monthOnly;
    private final Font plain = Font.font(SIZE);
    private final Font bold = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, SIZE);
    private final Font small = Font.font(11);

    BoardPainter(GraphicsContext pen, BoardColours colours, Locale locale) {
        this.pen = pen;
        this.colours = colours;
        this.weekday = DateTimeFormatter.ofPattern("EE", locale);
        this.month = DateTimeFormatter.ofPattern("LLLL yyyy", locale);
        this.monthOnly = DateTimeFormatter.ofPattern("LLL", locale);
    }

    void paint(BoardGrid grid, BoardPlan plan, LocalDate today, @Nullable Stay selected) {
        pen.setTextBaseline(VPos.CENTER);
        pen.setFill(colours.surface());
        pen.fillRect(0, 0, grid.width(), grid.height());
        paintDays(grid, today);
        int end = grid.endRow(plan.rows().size());
        for (int row = grid.firstRow(); row < end; row++) {
            paintLine(grid, plan.rows().get(row), row);
        }
        pen.save();
        pen.beginPath();
        pen.rect(BoardGrid.TITLE, BoardGrid.HEADER, grid.width() - BoardGrid.TITLE, grid.height() - BoardGrid.HEADER);
        pen.clip();
        for (int row = grid.firstRow(); row < end; row++) {
            for (BoardBar bar : plan.barsByRow().get(row)) {
                if (grid.endOf(bar.stay()) > BoardGrid.TITLE && grid.startOf(bar.stay()) < grid.width()) {
                    paintBar(grid, bar, bar.stay().equals(selected));
                }
            }
        }
        pen.restore();
        paintTitles(grid, plan, end);
        paintHeader(grid, today);
    }

    private void paintDays(BoardGrid grid, LocalDate today) {
        for (int i = 0; i < grid.daysInView(); i++) {
            LocalDate date = grid.day().plusDays(i);
            double x = grid.xOf(date);
            if (date.equals(today)) {
                pen.setFill(colours.soft().deriveColor(0, 1, 1, 0.45));
                pen.fillRect(x, 0, BoardGrid.DAY, grid.height());
            } else if (isWeekend(date)) {
                pen.setFill(colours.sunken());
                pen.fillRect(x, 0, BoardGrid.DAY, grid.height());
            }
            pen.setStroke(colours.line());
            pen.setLineWidth(1);
            pen.strokeLine(x + 0.5, BoardGrid.HEADER, x + 0.5, grid.height());
        }
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private void paintLine(BoardGrid grid, BoardRow row, int index) {
        double y = grid.yOf(index);
        if (row.kind() == BoardRow.Kind.RESOURCE) {
            pen.setFill(colours.sunken());
            pen.fillRect(0, y, grid.width(), BoardGrid.ROW);
        }
        pen.setStroke(colours.line());
        pen.strokeLine(0, y + BoardGrid.ROW - 0.5, grid.width(), y + BoardGrid.ROW - 0.5);
    }

    private void paintTitles(BoardGrid grid, BoardPlan plan, int end) {
        for (int index = grid.firstRow(); index < end; index++) {
            BoardRow row = plan.rows().get(index);
            boolean heading = row.kind() == BoardRow.Kind.RESOURCE;
            double y = grid.yOf(index);
            pen.setFill(heading ? colours.sunken() : colours.surface());
            pen.fillRect(0, y, BoardGrid.TITLE, BoardGrid.ROW - 1);
            pen.setFont(heading ? bold : plain);
            boolean quiet = row.kind() == BoardRow.Kind.UNASSIGNED || row.kind() == BoardRow.Kind.CLOSED_UNIT;
            pen.setFill(quiet ? colours.quiet() : colours.text());
            pen.setTextAlign(TextAlignment.LEFT);
            String title = row.kind() == BoardRow.Kind.CLOSED_UNIT ? "⊘ " + row.title() : row.title();
            pen.fillText(title, heading ? 12 : 24, y + BoardGrid.ROW / 2, BoardGrid.TITLE - (heading ? 20 : 32));
        }
        pen.setStroke(colours.line());
        pen.strokeLine(BoardGrid.TITLE - 0.5, 0, BoardGrid.TITLE - 0.5, grid.height());
    }

    private void paintHeader(BoardGrid grid, LocalDate today) {
        pen.setFill(colours.surface());
        pen.fillRect(0, 0, grid.width(), BoardGrid.HEADER);
        pen.setFill(colours.text());
        pen.setFont(bold);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(month.format(grid.day()), 12, BoardGrid.HEADER / 2);
        pen.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < grid.daysInView(); i++) {
            LocalDate date = grid.day().plusDays(i);
            double middle = grid.xOf(date) + BoardGrid.DAY / 2;
            boolean isToday = date.equals(today);
            if (isToday) {
                pen.setFill(colours.accent());
                pen.fillRoundRect(grid.xOf(date) + 3, 3, BoardGrid.DAY - 6, BoardGrid.HEADER - 6, ROUND, ROUND);
            } else if (isWeekend(date)) {
                pen.setFill(colours.sunken());
                pen.fillRect(grid.xOf(date), 0, BoardGrid.DAY, BoardGrid.HEADER);
            }
            pen.setFont(small);
            pen.setFill(isToday ? colours.onAccent() : colours.quiet());
            boolean turns = date.getDayOfMonth() == 1;
            pen.fillText(turns ? monthOnly.format(date) : weekday.format(date), middle, 14, BoardGrid.DAY - 4);
            pen.setFont(bold);
            pen.setFill(isToday ? colours.onAccent() : colours.text());
            pen.fillText(Integer.toString(date.getDayOfMonth()), middle, 31);
        }
        pen.setStroke(colours.line());
        pen.strokeLine(0, BoardGrid.HEADER - 0.5, grid.width(), BoardGrid.HEADER - 0.5);
    }

    private void paintBar(BoardGrid grid, BoardBar bar, boolean selected) {
        Stay stay = bar.stay();
        double x = grid.startOf(stay) + 1;
        double y = grid.yOf(bar.row()) + INSET;
        double width = grid.endOf(stay) - grid.startOf(stay) - 2;
        double height = BoardGrid.ROW - 2 * INSET - 1;
        boolean inHouse = stay.status() == BookingStatus.CHECKED_IN;
        boolean over = stay.status() == BookingStatus.COMPLETED || stay.status() == BookingStatus.NO_SHOW;
        boolean asked = stay.status() == BookingStatus.REQUESTED;
        pen.setFill(asked ? colours.surface() : inHouse ? colours.accent() : over ? colours.line() : colours.soft());
        pen.fillRoundRect(x, y, width, height, ROUND, ROUND);
        pen.setStroke(selected ? colours.text() : over ? colours.quiet() : colours.accent());
        pen.setLineWidth(selected ? 2.5 : 1);
        pen.setLineDashes(asked ? new double[] {4, 3} : new double[0]);
        pen.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, ROUND, ROUND);
        pen.setLineDashes();
        pen.setLineWidth(1);
        paintName(grid, stay, new double[] {x, y, width, height}, inHouse ? colours.onAccent() : colours.text());
    }

    private void paintName(BoardGrid grid, Stay stay, double[] box, Color ink) {
        boolean owes = owes(stay);
        double left = Math.max(box[0], BoardGrid.TITLE) + 6;
        double room = box[0] + box[2] - left - (owes ? 20 : 6);
        if (owes && box[0] + box[2] > BoardGrid.TITLE + 20) {
            double centre = box[0] + box[2] - 11;
            pen.setFill(colours.attention());
            pen.fillOval(centre - 7, box[1] + box[3] / 2 - 7, 14, 14);
            pen.setFill(colours.surface());
            pen.setFont(small);
            pen.setTextAlign(TextAlignment.CENTER);
            pen.fillText("!", centre, box[1] + box[3] / 2);
        }
        if (room < 12 || left > grid.width()) {
            return;
        }
        pen.save();
        pen.beginPath();
        pen.rect(left, box[1], room, box[3]);
        pen.clip();
        pen.setFill(ink);
        pen.setFont(plain);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(signOf(stay.status()) + stay.userDetails().lastName(), left, box[1] + box[3] / 2);
        pen.restore();
    }

    private static String signOf(BookingStatus status) {
        return switch (status) {
            case REQUESTED, UNKNOWN -> "? ";
            case COMPLETED -> "✓ ";
            case NO_SHOW -> "✕ ";
            case CHECKED_IN -> "● ";
            case CONFIRMED, CANCELLED, DECLINED -> "";
        };
    }

    private static boolean owes(Stay stay) {
        boolean counts = stay.status() == BookingStatus.CONFIRMED || stay.status() == BookingStatus.CHECKED_IN;
        PaymentStatus payment = stay.paymentStatus();
        return counts
                && (payment == PaymentStatus.UNPAID
                        || payment == PaymentStatus.DECLINED
                        || payment == PaymentStatus.UNKNOWN);
    }

    /// The outline of a stay over the line that it is dragged to.
    void paintGhost(BoardGrid grid, Stay stay, int row, boolean allowed) {
        pen.setStroke(allowed ? colours.text() : colours.attention());
        pen.setLineWidth(2);
        pen.setLineDashes(allowed ? new double[0] : new double[] {3, 3});
        double x = grid.startOf(stay);
        pen.strokeRoundRect(x, grid.yOf(row) + INSET, grid.endOf(stay) - x, BoardGrid.ROW - 2 * INSET, ROUND, ROUND);
        pen.setLineDashes();
        pen.setLineWidth(1);
    }
}
