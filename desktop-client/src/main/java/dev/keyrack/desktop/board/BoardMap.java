package dev.keyrack.desktop.board;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.plan.Bar;
import dev.keyrack.desktop.plan.Plan;
import dev.keyrack.desktop.plan.PlanRow;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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

    /// A stay that can be dragged to another unit.
    ///
    /// @param from middle of its bar, on the screen
    /// @param to where its bar would lie in that unit, on the screen
    /// @param unitName of that unit
    public record Move(Booking booking, Point2D from, Point2D to, String unitName) {}

    public long countStays() {
        return board.plan().bars().count();
    }

    /// The first stay in view that is confirmed and could be in another unit of its resource.
    public Optional<Move> findMove() {
        BoardGrid grid = board.grid();
        Plan plan = board.plan();
        return plan.bars()
                .filter(bar -> bar.unit() != null
                        && bar.isWhole()
                        && bar.stay().status() == BookingStatus.CONFIRMED
                        && grid.yOf(bar.row()) > BoardGrid.HEADER
                        && grid.nightOf(bar.start()) > BoardGrid.TITLE
                        && grid.nightOf(bar.end() + 1) < grid.width())
                .sorted(Comparator.comparingInt(Bar::row))
                .flatMap(bar -> rowFor(bar).stream().mapToObj(row -> move(bar, row)))
                .findFirst();
    }

    private OptionalInt rowFor(Bar bar) {
        Plan plan = board.plan();
        BoardGrid grid = board.grid();
        Predicate<Bar> other = each -> !bar.isSameAs(each);
        return IntStream.range(grid.firstRow(), grid.endRow(plan.rows().size()) - 1)
                .filter(row -> row != bar.row()
                        && grid.yOf(row) > BoardGrid.HEADER
                        && plan.row(row).kind() == PlanRow.Kind.UNIT
                        && plan.row(row).resource().equals(bar.stay().booking().resourceId())
                        && plan.listBetween(row, bar.start(), bar.end()).noneMatch(other))
                .findFirst();
    }

    private Move move(Bar bar, int row) {
        BoardGrid grid = board.grid();
        double middle = (grid.nightOf(bar.start()) + grid.nightOf(bar.end())) / 2;
        return new Move(
                bar.stay().booking(),
                at(grid, bar.row(), middle),
                at(grid, row, middle),
                board.plan().row(row).title());
    }

    private Point2D at(BoardGrid grid, int row, double x) {
        return board.localToScreen(x, grid.yOf(row) + BoardGrid.ROW / 2);
    }
}
