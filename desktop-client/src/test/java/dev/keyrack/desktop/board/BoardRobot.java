package dev.keyrack.desktop.board;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.DeskRig;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import org.testfx.util.WaitForAsyncUtils;

/// Uses the board with the mouse, as a receptionist would.
public final class BoardRobot {

    private final DeskRig desk;
    private final PlanningBoard board;
    private BoardPlan plan = BoardPlan.EMPTY;

    public BoardRobot(DeskRig desk) {
        this.desk = desk;
        board = desk.find("board", PlanningBoard.class);
    }

    public void awaitStays() {
        DeskRig.await(() -> {
            plan = board.plan();
            return plan.bars().findAny().isPresent();
        });
    }

    /// Clicks the bar of a guest who arrives today and has a unit; returns the last name.
    public String chooseArrival() {
        BoardBar bar = inView(stay -> stay.status() == BookingStatus.CONFIRMED
                && stay.unitId() != null
                && stay.startDate().equals(LocalDate.now(java.time.ZoneOffset.UTC)));
        desk.robot().clickOn(middle(bar, bar.row()));
        return bar.stay().userDetails().lastName();
    }

    /// Drags a stay to a line of the same resource that nobody has in its time; returns the unit's name.
    public String dragToFreeUnit() {
        awaitStays();
        BoardBar bar =
                inView(stay -> stay.status() == BookingStatus.CONFIRMED && stay.unitId() != null && freeRow(stay) >= 0);
        int row = freeRow(bar.stay());
        desk.robot().drag(middle(bar, bar.row())).dropTo(middle(bar, row));
        return plan.rows().get(row).title();
    }

    private int freeRow(Stay stay) {
        BoardGrid grid = board.grid();
        for (int row = grid.firstRow(); row < grid.endRow(plan.rows().size()); row++) {
            BoardRow line = plan.rows().get(row);
            boolean free = plan.barsByRow().get(row).stream()
                    .noneMatch(each -> each.stay().startDate().isBefore(stay.endDate())
                            && stay.startDate().isBefore(each.stay().endDate()));
            if (line.kind() == BoardRow.Kind.UNIT && line.resource().equals(stay.resourceId()) && free) {
                return row;
            }
        }
        return -1;
    }

    private BoardBar inView(Predicate<Stay> wanted) {
        BoardGrid grid = board.grid();
        List<BoardBar> found = plan.bars()
                .filter(bar -> wanted.test(bar.stay()))
                .filter(bar -> grid.yOf(bar.row()) > BoardGrid.HEADER
                        && bar.row() < grid.endRow(plan.rows().size()) - 1)
                .filter(bar -> grid.startOf(bar.stay()) > BoardGrid.TITLE)
                .toList();
        if (found.isEmpty()) {
            throw new AssertionError("No such stay is in view");
        }
        return found.getFirst();
    }

    private Point2D middle(BoardBar bar, int row) {
        BoardGrid grid = board.grid();
        double x = (grid.startOf(bar.stay()) + Math.min(grid.endOf(bar.stay()), grid.width())) / 2;
        return WaitForAsyncUtils.waitForAsyncFx(1000, () -> board.localToScreen(x, grid.yOf(row) + BoardGrid.ROW / 2));
    }
}
