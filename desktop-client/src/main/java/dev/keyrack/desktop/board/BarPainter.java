package dev.keyrack.desktop.board;

import dev.keyrack.client.sync.SiteCopy.SyncState;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.board.BoardColours.Ink;
import dev.keyrack.desktop.plan.Bar;
import dev.keyrack.desktop.plan.Stay;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws bars. Each state has a shape and a sign of its own, and a colour besides; signs are drawn, not written, so
/// that they look the same in every font.
final class BarPainter {

    static final double HEIGHT = BoardGrid.ROW - 2 * BoardGrid.INSET - 1;

    private static final double ROUND = 6;
    private static final double SIGN = 14;
    private static final int LETTERS = 0x250;

    private final GraphicsContext pen;
    private final BoardColours colours;
    private final Font plain = Font.font("Inter", 13);
    private final Font bold = Font.font("Inter", FontWeight.BOLD, 13);
    private final Font small = Font.font("Inter", FontWeight.BOLD, 11);
    private final double[] widths = new double[LETTERS];
    private final Text measure = new Text();

    /// Where a bar lies.
    ///
    /// @param edge nothing is written left of it
    record Box(double x, double y, double width, double height, double edge) {

        double right() {
            return x + width;
        }

        double middle() {
            return y + height / 2;
        }
    }

    BarPainter(GraphicsContext pen, BoardColours colours) {
        this.pen = pen;
        this.colours = colours;
        measure.setFont(plain);
    }

    void paint(Stay.Look look, Box box) {
        pen.setTextBaseline(VPos.CENTER);
        body(look, box);
        if (box.width() > SIGN) {
            double right = signsOnTheRight(look, box, box.right() - 3);
            double left = statusSign(look, box, Math.max(box.x(), box.edge()) + 5, right);
            name(look, box, left, right);
        }
    }

    void paint(Bar bar, Box box) {
        paint(bar.stay().look(), box);
        if (!bar.isFirst()) {
            cut(box.x(), box);
        }
        if (!bar.isLast()) {
            cut(box.right(), box);
        }
    }

    private void body(Stay.Look look, Box box) {
        switch (look.status()) {
            case REQUESTED, UNKNOWN -> {
                fill(Ink.SURFACE, box);
                frame(Ink.ACCENT, box, 4, 3);
            }
            case CHECKED_IN -> fill(Ink.ACCENT, box);
            case COMPLETED -> tint(Ink.OVER, box);
            case NO_SHOW -> {
                fill(Ink.SURFACE, box);
                frame(Ink.QUIET, box, 2, 2);
            }
            case CONFIRMED, CANCELLED, DECLINED -> {
                tint(Ink.SOFT, box);
                pen.setFill(colours.of(Ink.ACCENT));
                pen.fillRect(box.x() + 1, box.y() + 1, 3, box.height() - 2);
            }
        }
        if (look.sync() == SyncState.PENDING) {
            frame(Ink.TEXT, box, 2, 2);
        } else if (look.sync() == SyncState.ATTENTION) {
            frame(Ink.DANGER, box, box.width(), 0);
        }
    }

    /// A translucent colour, but without what lies behind the bar.
    private void tint(Ink ink, Box box) {
        fill(Ink.SURFACE, box);
        fill(ink, box);
    }

    /// Filled with rectangles, because curves and lines take several times as long where no graphics card helps.
    private void fill(Ink ink, Box box) {
        pen.setFill(colours.of(ink));
        double x = box.x();
        double y = box.y();
        double width = box.width();
        double height = box.height();
        pen.fillRect(x + 2, y, width - 4, 1);
        pen.fillRect(x + 1, y + 1, width - 2, 1);
        pen.fillRect(x, y + 2, width, height - 4);
        pen.fillRect(x + 1, y + height - 2, width - 2, 1);
        pen.fillRect(x + 2, y + height - 1, width - 4, 1);
    }

    /// An outline of strokes and gaps.
    private void frame(Ink ink, Box box, double stroke, double gap) {
        pen.setFill(colours.of(ink));
        double right = box.right() - 2;
        for (double x = box.x() + 2; x < right; x += stroke + gap) {
            double length = Math.min(stroke, right - x);
            pen.fillRect(x, box.y(), length, 1);
            pen.fillRect(x, box.y() + box.height() - 1, length, 1);
        }
        double bottom = box.y() + box.height() - 2;
        for (double y = box.y() + 2; y < bottom; y += stroke + gap) {
            double length = Math.min(stroke, bottom - y);
            pen.fillRect(box.x(), y, 1, length);
            pen.fillRect(box.right() - 1, y, 1, length);
        }
    }

    /// The outline around what is chosen.
    void paintChosen(Box box) {
        pen.setStroke(colours.of(Ink.TEXT));
        pen.setLineWidth(2);
        pen.strokeRoundRect(box.x() - 1, box.y() - 1, box.width() + 2, box.height() + 2, ROUND + 2, ROUND + 2);
    }

    /// The stay goes on in another unit.
    private void cut(double x, Box box) {
        double reach = 4;
        pen.setFill(colours.of(Ink.TEXT));
        pen.fillPolygon(
                new double[] {x - reach, x, x + reach, x},
                new double[] {box.middle(), box.y() - 1, box.middle(), box.y() + box.height() + 1},
                4);
    }

    private Color ink(Stay.Look look) {
        return colours.of(
                switch (look.status()) {
                    case CHECKED_IN -> Ink.ON_ACCENT;
                    case COMPLETED, NO_SHOW -> Ink.QUIET;
                    default -> Ink.TEXT;
                });
    }

    private void name(Stay.Look look, Box box, double left, double right) {
        pen.setFill(ink(look));
        pen.setFont(plain);
        pen.setTextAlign(TextAlignment.LEFT);
        String name = look.name();
        int fits = lettersThatFit(name, right - left);
        if (fits > 0) {
            pen.fillText(fits == name.length() ? name : name.substring(0, fits) + "…", left, box.middle());
        }
        if (look.status() == BookingStatus.NO_SHOW && fits > 0) {
            pen.fillRect(left, Math.floor(box.middle()), Math.min(right - left, lengthOf(name, fits)), 1);
        }
    }

    private double statusSign(Stay.Look look, Box box, double left, double right) {
        if (right - left < SIGN) {
            return left;
        }
        double y = box.middle();
        pen.setStroke(ink(look));
        pen.setLineWidth(1.8);
        switch (look.status()) {
            case REQUESTED, UNKNOWN -> sign("?", Ink.ACCENT, left + 4, y);
            case COMPLETED -> {
                pen.strokeLine(left + 1, y, left + 4, y + 3);
                pen.strokeLine(left + 4, y + 3, left + 9, y - 4);
            }
            case NO_SHOW -> {
                pen.strokeLine(left + 1, y - 4, left + 9, y + 4);
                pen.strokeLine(left + 1, y + 4, left + 9, y - 4);
            }
            case CHECKED_IN -> {
                pen.setFill(ink(look));
                pen.fillPolygon(new double[] {left, left + 5, left + 10}, new double[] {y - 1, y - 6, y - 1}, 3);
                pen.fillRect(left + 2, y - 1, 6, 6);
            }
            case CONFIRMED, CANCELLED, DECLINED -> {
                return left + 2;
            }
        }
        return left + SIGN;
    }

    private void sign(String text, Ink ink, double x, double y) {
        pen.setFill(colours.of(ink));
        pen.setFont(bold);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText(text, x, y);
    }

    /// Money, sending and trouble; the last is nearest to the end, where it is seen even in a short bar.
    private double signsOnTheRight(Stay.Look look, Box box, double from) {
        double right = from;
        double y = box.middle();
        if (look.sync() == SyncState.ATTENTION) {
            pen.setFill(colours.of(Ink.DANGER));
            double x = right - SIGN / 2;
            pen.fillPolygon(new double[] {x - 8, x, x + 8}, new double[] {y + 7, y - 7, y + 7}, 3);
            mark("!", x, y + 1.5);
            right -= SIGN + 3;
        } else if (look.sync() == SyncState.PENDING) {
            double x = right - SIGN / 2;
            pen.setStroke(ink(look));
            pen.setLineWidth(1.8);
            pen.strokeLine(x, y + 5, x, y - 4);
            pen.strokeLine(x - 4, y - 1, x, y - 5);
            pen.strokeLine(x + 4, y - 1, x, y - 5);
            right -= SIGN;
        }
        if (!look.due().isEmpty() && right - Math.max(box.x(), box.edge()) > SIGN + 6) {
            pen.setFill(colours.of(Ink.ATTENTION));
            pen.fillOval(right - SIGN, y - SIGN / 2, SIGN, SIGN);
            mark(look.due(), right - SIGN / 2, y);
            right -= SIGN + 2;
        }
        return right;
    }

    private void mark(String text, double x, double y) {
        pen.setFill(colours.of(Ink.ON_SIGN));
        pen.setFont(small);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText(text, x, y);
    }

    /// How many letters of a name can be shown; all, or at least two with a mark of omission, or none.
    private int lettersThatFit(String name, double room) {
        double length = 0;
        int fits = 0;
        double mark = width('…');
        for (int i = 0; i < name.length(); i++) {
            length += width(name.charAt(i));
            if (length + mark <= room) {
                fits = i + 1;
            }
            if (length > room) {
                return fits >= 2 ? fits : 0;
            }
        }
        return name.length();
    }

    private double lengthOf(String name, int letters) {
        double length = 0;
        for (int i = 0; i < letters; i++) {
            length += width(name.charAt(i));
        }
        return length;
    }

    private double width(char letter) {
        if (letter >= LETTERS) {
            return measured(letter);
        }
        if (widths[letter] == 0) {
            widths[letter] = measured(letter);
        }
        return widths[letter];
    }

    private double measured(char letter) {
        measure.setText(String.valueOf(letter));
        return measure.getLayoutBounds().getWidth();
    }
}
