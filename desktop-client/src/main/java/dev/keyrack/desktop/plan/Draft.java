package dev.keyrack.desktop.plan;

/// A change in the making: what a person drags, or moves by keyboard, and has not let go yet.
///
/// @param bar what is changed, as it is
/// @param row where it would be
/// @param from its first night then
/// @param to its day of leaving then
public record Draft(Kind kind, Bar bar, int row, int from, int to) {

    /// Which part of the stay follows the hand.
    public enum Kind {
        /// The whole bar.
        MOVE,
        /// The arrival.
        START,
        /// The departure.
        END,
        /// The nights from a day on, which go to another unit.
        SPLIT
    }

    /// Begins with nothing changed; a split begins on the second night.
    public static Draft of(Kind kind, Bar bar) {
        int from = kind == Kind.SPLIT ? bar.start() + 1 : bar.start();
        return new Draft(kind, bar, bar.row(), from, bar.end());
    }

    /// The same hand in another line and some days on.
    public Draft by(int rows, int days) {
        return switch (kind) {
            case MOVE -> new Draft(kind, bar, row + rows, from + days, to + days);
            case START -> new Draft(kind, bar, row, Math.min(from + days, to - 1), to);
            case END -> new Draft(kind, bar, row, from, Math.max(to + days, from + 1));
            case SPLIT ->
                new Draft(kind, bar, row + rows, Math.clamp(from + (long) days, bar.start() + 1, bar.end() - 1), to);
        };
    }

    public Draft within(int rows) {
        return new Draft(kind, bar, Math.clamp(row, 0, Math.max(0, rows - 1)), from, to);
    }

    public boolean changesNothing() {
        return kind != Kind.SPLIT && row == bar.row() && from == bar.start() && to == bar.end();
    }

    public boolean changesDates() {
        return kind != Kind.SPLIT && (from != bar.start() || to != bar.end());
    }

    /// What it would look like.
    public Bar toBar() {
        return new Bar(bar.stay(), row, bar.unit(), bar.isFirst() ? bar.stay().start() : from, to);
    }
}
