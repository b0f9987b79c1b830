package dev.keyrack.desktop.board;

/// Where lines and days lie on the canvas, in pixels.
///
/// @param left the day at the left edge, as a day of the epoch
/// @param shift how much of that day is scrolled away
/// @param top how far the lines are scrolled
/// @param day how wide a day is
record BoardGrid(int left, double shift, double top, double width, double height, double day) {

    static final double ROW = 28;
    static final double HEADER = 44;
    static final double TITLE = 168;
    static final double INSET = 3;

    /// How much time a screen shows.
    enum Zoom {
        DAYS(44),
        WEEKS(16);

        private final double day;

        Zoom(double day) {
            this.day = day;
        }

        double day() {
            return day;
        }
    }

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

    double xOf(int date) {
        return TITLE + (date - left) * day - shift;
    }

    /// The column at a place.
    int dayAt(double x) {
        return left + (int) Math.floor((x - TITLE + shift) / day);
    }

    /// A night reaches from the middle of its day to the middle of the next, so that two stays can meet on a day.
    double nightOf(int date) {
        return xOf(date) + day / 2;
    }

    int nightAt(double x) {
        return dayAt(x - day / 2);
    }

    /// One past the last day in view.
    int endDay() {
        return left + (int) Math.ceil((width - TITLE + shift) / day);
    }

    boolean isInside(double x, double y) {
        return y > HEADER && x > TITLE;
    }
}
