package dev.keyrack.desktop.board;

import dev.keyrack.client.sync.SiteCopy.SyncState;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.plan.Stay;
import dev.keyrack.fx.Messages;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.controlsfx.control.PopOver;

/// Shows each kind of bar beside its meaning.
final class BoardLegend {

    private static final double WIDTH = 96;

    private final Messages messages;
    private final BoardColours colours;
    private final GridPane table = new GridPane();

    BoardLegend(Messages messages, BoardColours colours) {
        this.messages = messages;
        this.colours = colours;
        table.getStyleClass().add("board-legend");
    }

    /// Opens it at a node.
    void show(Node owner) {
        table.getChildren().clear();
        add(BookingStatus.REQUESTED, SyncState.SYNCED, "", messages.text("board.legend.requested"));
        add(BookingStatus.CONFIRMED, SyncState.SYNCED, "", messages.text("board.legend.confirmed"));
        add(BookingStatus.CHECKED_IN, SyncState.SYNCED, "", messages.text("board.legend.inhouse"));
        add(BookingStatus.COMPLETED, SyncState.SYNCED, "", messages.text("board.legend.departed"));
        add(BookingStatus.NO_SHOW, SyncState.SYNCED, "", messages.text("board.legend.noshow"));
        add(BookingStatus.CONFIRMED, SyncState.SYNCED, "€", messages.text("board.legend.due"));
        add(BookingStatus.CONFIRMED, SyncState.PENDING, "", messages.text("board.legend.pending"));
        add(BookingStatus.CONFIRMED, SyncState.ATTENTION, "", messages.text("board.legend.attention"));
        addHeld();
        var shown = new PopOver(table);
        shown.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        shown.setDetachable(false);
        // a window of its own knows the sheets of no scene
        shown.getRoot().getStylesheets().setAll(owner.getScene().getStylesheets());
        shown.setAnimated(false);
        shown.show(owner);
    }

    private void addHeld() {
        var sample = new Canvas(WIDTH, BoardGrid.ROW);
        BoardPainter.dash(sample.getGraphicsContext2D(), colours, WIDTH / 2, BoardGrid.ROW / 2);
        table.addRow(table.getRowCount(), sample, new Label(messages.text("board.legend.held")));
    }

    private void add(BookingStatus status, SyncState sync, String due, String meaning) {
        var sample = new Canvas(WIDTH, BoardGrid.ROW);
        var look = new Stay.Look(status, sync, messages.text("board.legend.name"), due);
        new BarPainter(sample.getGraphicsContext2D(), colours)
                .paint(look, new BarPainter.Box(2, BoardGrid.INSET, WIDTH - 4, BarPainter.HEIGHT, 0));
        table.addRow(table.getRowCount(), sample, new Label(meaning));
    }
}
