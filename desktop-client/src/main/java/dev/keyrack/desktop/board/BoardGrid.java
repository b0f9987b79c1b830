package dev.keyrack.desktop.board;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Where lines and days lie on the canvas, in pixels.
///
/// @param day the day at the left edge
/// @param top how far the lines are scrolled
record BoardGrid(LocalDate day, double top, double width, double height) {

    static final double ROW = 28;
    static final double DAY = 44;
    static final double HEADER = 44;
    static final double TITLE = 168;

    int firstRow() {
        return (int) (top / ROW);
    }

    /// One past the last line in view.
    int endRow(int rows) {
        return Math.min(rows, (int) Math.ceil((top + height - HEADER) / ROW));
    }

    double yOf(int row) {
        return HEADER + row * ROW - top;
    }

    /// The line at a height; it may be none of those that exist.
    int rowAt(double y) {
        return (int) Math.floor((y - HEADER + top) / ROW);
    }

    double xOf(LocalDate date) {
        return TITLE + ChronoUnit.DAYS.between(day, date) * DAY;
    }

    /// A stay reaches from the middle of its first day to the middle of its last, so that two can meet on a day.
    double startOf(Stay stay) {
        return xOf(stay.startDate()) + DAY / 2;
    }

    double endOf(Stay stay) {
        return xOf(stay.endDate()) + DAY / 2;
    }

    int daysInView() {
        return (int) Math.ceil((width - TITLE) / DAY);
    }

    boolean covers(BoardBar bar, double x, double y) {
        return y > HEADER && x > TITLE && rowAt(y) == bar.row() && x >= startOf(bar.stay()) && x < endOf(bar.stay());
    }
}
