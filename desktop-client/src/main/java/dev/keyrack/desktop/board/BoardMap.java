package dev.keyrack.desktop.board;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.plan.Bar;
import dev.keyrack.desktop.plan.PlanRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;

/// Where things lie on a board that is shown, for whoever points at them without eyes. To be asked on the JavaFX
/// thread.
public final class BoardMap {

    private final PlanningBoard board;

    private BoardMap(PlanningBoard board) {
        this.board = board;
    }

    /// @throws IllegalArgumentException if the node is no planning board
    public static BoardMap of(Node node) {
        if (node instanceof PlanningBoard board) {
            return new BoardMap(board);
        }
        throw new IllegalArgumentException("not a planning board: " + node);
    }

    /// A stay, and a free unit of another resource to drag it to.
    ///
    /// @param from middle of its bar, on the screen
    /// @param to where its bar would lie in that unit, on the screen
    /// @param unitName of that unit
    public record Move(Booking booking, Point2D from, Point2D to, String unitName) {}

    /// A place on the screen where a click gives the board the keyboard, and does nothing else.
    public Point2D corner() {
        return board.localToScreen(BoardGrid.HEADER / 2, BoardGrid.HEADER / 2);
    }

    public long countStays() {
        return board.plan().bars().count();
    }

    /// The confirmed stays in view that begin on that day or later, each with the first unit that could be tried.
    public List<Move> listMoves(LocalDate day) {
        BoardGrid grid = board.grid();
        return board.plan()
                .bars()
                .filter(bar -> bar.start() >= day.toEpochDay()
                        && bar.unit() != null
                        && bar.isWhole()
                        && bar.stay().status() == BookingStatus.CONFIRMED
                        && bar.stay().booking().quantity().count() == 1)
                .filter(bar -> isInView(bar.row())
                        && grid.nightOf(bar.start()) > BoardGrid.TITLE
                        && grid.nightOf(bar.end()) < grid.width())
                .sorted(Comparator.comparingInt(Bar::row))
                .flatMap(this::moves)
                .toList();
    }

    /// Whether it lies so far from the borders that dragging there scrolls nothing.
    private boolean isInView(int row) {
        BoardGrid grid = board.grid();
        return grid.yOf(row - 1) > BoardGrid.HEADER && grid.yOf(row + 2) < grid.height();
    }

    private Stream<Move> moves(Bar bar) {
        return IntStream.range(0, board.plan().rows().size())
                .filter(row -> isInView(row) && isFreeElsewhere(row, bar))
                .limit(1)
                .mapToObj(row -> move(bar, row));
    }

    private boolean isFreeElsewhere(int row, Bar bar) {
        PlanRow wanted = board.plan().row(row);
        return wanted.kind() == PlanRow.Kind.UNIT
                && !wanted.resource().equals(bar.stay().booking().resourceId())
                && board.plan()
                        .listBetween(row, bar.start(), bar.end())
                        .findAny()
                        .isEmpty();
    }

    private Move move(Bar bar, int row) {
        BoardGrid grid = board.grid();
        double middle = (grid.nightOf(bar.start()) + grid.nightOf(bar.end())) / 2;
        return new Move(
                bar.stay().booking(),
                at(bar.row(), middle),
                at(row, middle),
                board.plan().row(row).title());
    }

    private Point2D at(int row, double x) {
        return board.localToScreen(x, board.grid().yOf(row) + BoardGrid.ROW / 2);
    }
}
