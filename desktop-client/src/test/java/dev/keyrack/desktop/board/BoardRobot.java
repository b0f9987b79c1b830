package dev.keyrack.desktop.board;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.DeskRig;
import dev.keyrack.desktop.plan.Bar;
import dev.keyrack.desktop.plan.Plan;
import dev.keyrack.desktop.plan.PlanRow;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import org.testfx.util.WaitForAsyncUtils;

/// Uses the board with mouse and keyboard, as a receptionist would.
public final class BoardRobot {

    private final DeskRig desk;
    private final PlanningBoard board;

    public BoardRobot(DeskRig desk) {
        this.desk = desk;
        board = desk.find("board", PlanningBoard.class);
    }

    public void awaitStays() {
        DeskRig.await(() -> board.plan().bars().findAny().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Clicks the bar of a guest who arrives today and has a unit; returns the last name.
    public String chooseArrival() {
        int today = Math.toIntExact(LocalDate.now(ZoneOffset.UTC).toEpochDay());
        Bar bar = inView(each -> isConfirmed(each) && each.start() == today);
        desk.robot().clickOn(at(bar.row(), middle(bar)));
        return bar.stay().look().name();
    }

    private static boolean isConfirmed(Bar bar) {
        return bar.stay().status() == BookingStatus.CONFIRMED && bar.unit() != null && bar.isWhole();
    }

    /// Drags a stay to a line of the same resource that nobody has in its time; returns the unit's name.
    public String dragToFreeUnit() {
        Bar bar = inView(each -> isConfirmed(each) && freeRow(each, 0) >= 0);
        int row = freeRow(bar, 0);
        desk.robot().drag(at(bar.row(), middle(bar))).dropTo(at(row, middle(bar)));
        return plan().row(row).title();
    }

    /// Drags the end of a stay a day on, where the next night is free; returns the guest's last name.
    public String dragEndOn() {
        Bar bar = inView(each -> isConfirmed(each)
                && each.end() - each.start() > 1
                && isFree(each, each.row(), each.end(), each.end() + 1));
        double end = grid().nightOf(bar.end()) - 3;
        desk.robot()
                .drag(at(bar.row(), end))
                .moveTo(at(bar.row(), end + grid().day()))
                .drop();
        return bar.stay().look().name();
    }

    /// Drops a stay on another of the same resource, so that they may change places; returns the guest's last name.
    public String dropOnAnother() {
        Bar bar = inView(each -> isConfirmed(each) && partnerOf(each) >= 0);
        desk.robot()
                .drag(at(bar.row(), middle(bar)))
                .moveTo(at(partnerOf(bar), middle(bar)))
                .drop();
        return bar.stay().look().name();
    }

    private int partnerOf(Bar bar) {
        return rowOf(bar, row -> {
            List<Bar> there = plan().listBetween(row, bar.start(), bar.end()).toList();
            return there.size() == 1
                    && isConfirmed(there.getFirst())
                    && isFree(
                            bar,
                            bar.row(),
                            there.getFirst().start(),
                            there.getFirst().end());
        });
    }

    /// Chooses a stay by keyboard and sends its last nights to another line; returns the guest's last name.
    public String splitByKeyboard() {
        Bar bar = inView(each ->
                isConfirmed(each) && each.end() - each.start() > 1 && each.end() - each.start() < 6 && freeBelow(each));
        WaitForAsyncUtils.waitForAsyncFx(1000, () -> {
            board.choose(bar);
            board.requestFocus();
            return bar;
        });
        desk.robot().type(javafx.scene.input.KeyCode.S, javafx.scene.input.KeyCode.DOWN);
        return bar.stay().look().name();
    }

    /// Brings the resource with the most stays to the top.
    public void scrollToTheLargest() {
        int busiest = IntStream.range(0, plan().rows().size())
                .filter(row -> plan().row(row).kind() == PlanRow.Kind.RESOURCE)
                .boxed()
                .max(Comparator.comparingLong(this::staysOf))
                .orElseThrow();
        WaitForAsyncUtils.waitForAsyncFx(1000, () -> board.scrollBy(0, busiest * BoardGrid.ROW - grid().top()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private long staysOf(int heading) {
        return plan().bars()
                .filter(bar -> bar.stay()
                        .booking()
                        .resourceId()
                        .equals(plan().row(heading).resource()))
                .count();
    }

    private boolean freeBelow(Bar bar) {
        int row = bar.row() + 1;
        return plan().hasRow(row)
                && plan().row(row).kind() == PlanRow.Kind.UNIT
                && plan().row(row).resource().equals(bar.stay().booking().resourceId())
                && isFree(bar, row, bar.start() + 1, bar.end());
    }

    private int freeRow(Bar bar, int longer) {
        return rowOf(bar, row -> isFree(bar, row, bar.start(), bar.end() + longer));
    }

    private int rowOf(Bar bar, IntPredicate wanted) {
        return IntStream.range(grid().firstRow(), grid().endRow(plan().rows().size()) - 1)
                .filter(row -> row != bar.row()
                        && plan().row(row).kind() == PlanRow.Kind.UNIT
                        && plan().row(row)
                                .resource()
                                .equals(bar.stay().booking().resourceId()))
                .filter(wanted)
                .findFirst()
                .orElse(-1);
    }

    private boolean isFree(Bar bar, int row, int from, int to) {
        return plan().listBetween(row, from, to).allMatch(bar::isSameAs);
    }

    private Bar inView(Predicate<Bar> wanted) {
        BoardGrid grid = grid();
        return plan().bars()
                .filter(bar -> grid.yOf(bar.row()) > BoardGrid.HEADER
                        && bar.row() < grid.endRow(plan().rows().size()) - 1)
                .filter(bar ->
                        grid.nightOf(bar.start()) > BoardGrid.TITLE && grid.nightOf(bar.end() + 1) < grid.width())
                .filter(wanted)
                .min(Comparator.comparingInt(Bar::row))
                .orElseThrow(() -> new AssertionError("No such stay is in view"));
    }

    private Plan plan() {
        return board.plan();
    }

    private BoardGrid grid() {
        return board.grid();
    }

    private double middle(Bar bar) {
        return (grid().nightOf(bar.start()) + grid().nightOf(bar.end())) / 2;
    }

    private Point2D at(int row, double x) {
        return WaitForAsyncUtils.waitForAsyncFx(
                1000, () -> board.localToScreen(x, grid().yOf(row) + BoardGrid.ROW / 2));
    }
}
