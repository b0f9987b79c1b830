package dev.keyrack.desktop.board;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Subscription;
import dev.keyrack.client.sync.ScopeFollower;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.desktop.change.ChangeViewModel;
import dev.keyrack.desktop.plan.Bar;
import dev.keyrack.desktop.plan.Draft;
import dev.keyrack.desktop.plan.DropRule;
import dev.keyrack.desktop.plan.Plan;
import dev.keyrack.desktop.plan.PlanRow;
import dev.keyrack.desktop.plan.PlanRule;
import dev.keyrack.desktop.plan.Stay;
import dev.keyrack.desktop.plan.WalkIn;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The stays of a site around the days in view, from the local copy; it follows the copy while it is shown.
public final class BoardViewModel implements ViewModel {

    /// Days that are read on both sides of what is in view, and how near their end may come into view.
    static final int SPARE = 60;

    static final int NEAR = 14;
    private static final int DAYS_PAST_IN_VIEW = 2;
    private static final int DAYS_AT_FIRST = 42;
    private static final int REHEARSALS = 8;

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final Clock clock;
    private final Consumer<Booking> chosen;
    private final Consumer<WalkIn> walkIns;
    private final ChangeViewModel changes;
    private final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>(Plan.EMPTY);
    private final ObjectProperty<LocalDate> day = new SimpleObjectProperty<>();
    private final ObjectProperty<BoardGrid.Zoom> zoom = new SimpleObjectProperty<>(BoardGrid.Zoom.DAYS);
    private final ObjectProperty<@Nullable BookingId> sought = new SimpleObjectProperty<>();
    private Subscription follow = () -> {};
    private @Nullable SiteCopy copy;
    private int days = DAYS_AT_FIRST;
    private boolean reading;
    private boolean readAgain;

    /// @param chosen is given the booking whose bar was chosen
    /// @param walkIns is given the empty nights that were chosen
    public BoardViewModel(
            ClientRuntime runtime,
            UiTasks tasks,
            Messages messages,
            Clock clock,
            Consumer<Booking> chosen,
            Consumer<WalkIn> walkIns,
            ChangeViewModel changes) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
        this.chosen = chosen;
        this.walkIns = walkIns;
        this.changes = changes;
        day.set(firstInView());
    }

    /// Shows a site from now on.
    public void open(SiteCopy opened) {
        copy = opened;
        plan.set(Plan.EMPTY);
        changes.open(opened);
        day.set(firstInView());
        read();
    }

    /// Reads what is kept here, as it will be read for whoever signs in, until the code for it has run so often that
    /// it is quick. Shows nothing of it.
    public void rehearse() {
        LocalDate from = firstInView().minusDays(1);
        LocalDate to = from.plusDays(days + 2);
        tasks.run(() -> {
                    int read = 0;
                    for (int i = 0; i < REHEARSALS; i++) {
                        for (SiteCopy kept : runtime.listKept()) {
                            read += planOf(kept, from, to).rows().size();
                        }
                    }
                    return read;
                })
                .onDone(_ -> {})
                .onFailed(_ -> sayUnreadable());
    }

    /// There is no copy to show.
    public void sayUnreadable() {
        changes.say(messages.text("board.notice.copy"));
    }

    @Override
    public void onShow() {
        follow = runtime.observeCopy(news -> {
            if (news == ScopeFollower.Follow.CHANGED) {
                tasks.show(this::read);
            }
        });
        read();
    }

    @Override
    public void onHide() {
        follow.close();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone()));
    }

    private ZoneId zone() {
        SiteCopy opened = copy;
        return opened == null ? clock.getZone() : opened.site().timeZone();
    }

    private LocalDate firstInView() {
        return today().minusDays(DAYS_PAST_IN_VIEW);
    }

    ReadOnlyObjectProperty<Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /// The day at the left edge.
    ObjectProperty<LocalDate> dayProperty() {
        return day;
    }

    ObjectProperty<BoardGrid.Zoom> zoomProperty() {
        return zoom;
    }

    /// The booking that the board should bring into view; null once it has.
    ObjectProperty<@Nullable BookingId> soughtProperty() {
        return sought;
    }

    /// What the last step came to; empty if there is nothing to say.
    public ReadOnlyStringProperty noticeProperty() {
        return changes.noticeProperty();
    }

    public ObservableValue<Boolean> undoAllowed() {
        return changes.undoAllowed();
    }

    /// Whether a person is being asked about a change.
    ObservableValue<Boolean> asking() {
        return changes.open();
    }

    public void undo() {
        changes.undo();
    }

    public void showToday() {
        show(firstInView());
    }

    public void showDaysOn(int count) {
        show(day.get().plusDays(count));
    }

    /// Shows a date, with the days just before it.
    public void showDate(LocalDate wanted) {
        show(wanted.minusDays(DAYS_PAST_IN_VIEW));
    }

    /// Brings a booking into view and under the cursor.
    public void show(Booking booking) {
        showDate(booking.period().firstDay(zone()));
        sought.set(booking.bookingId());
    }

    private void show(LocalDate wanted) {
        look(wanted, days);
    }

    /// Says which days are in view, so that these and some more are read.
    void look(LocalDate left, int count) {
        day.set(left);
        days = count;
        int first = Math.toIntExact(left.toEpochDay());
        if (!plan.get().covers(first - NEAR, first + count + NEAR)) {
            read();
        }
    }

    /// Reads the copy again; while it is being read, once more afterwards.
    private void read() {
        SiteCopy opened = copy;
        if (opened == null) {
            return;
        }
        if (reading) {
            readAgain = true;
            return;
        }
        reading = true;
        int first = Math.toIntExact(day.get().toEpochDay());
        // what is in view comes first, and then what may come into view
        boolean urgent = !plan.get().covers(first, first + days);
        LocalDate from = day.get().minusDays(urgent ? 1 : SPARE);
        LocalDate to = day.get().plusDays(days + (urgent ? 1 : SPARE));
        readAgain = urgent;
        tasks.run(() -> planOf(opened, from, to))
                .onDone(found -> {
                    if (opened == copy) {
                        plan.set(found);
                    }
                    finish();
                })
                .onFailed(_ -> {
                    sayUnreadable();
                    finish();
                });
    }

    private void finish() {
        reading = false;
        if (readAgain) {
            readAgain = false;
            read();
        }
    }

    private Plan planOf(SiteCopy opened, LocalDate from, LocalDate to) {
        var ground = new PlanRule.Ground(
                Math.toIntExact(from.toEpochDay()),
                Math.toIntExact(to.toEpochDay()),
                opened.listResources(),
                opened.listUnits(),
                opened.listHeld(from, to),
                messages.text("board.row.unassigned"),
                messages.text("board.row.closed"));
        String sign = BoardWords.signOf(opened.site().currency());
        List<Stay> stays = opened.listBetween(from, to).stream()
                .flatMap(known -> Stay.of(known, sign).stream())
                .toList();
        return PlanRule.plan(ground, stays);
    }

    void choose(Bar bar) {
        chosen.accept(bar.stay().booking());
    }

    /// Begins a booking in empty nights.
    void startWalkIn(PlanRow row, int from, int to) {
        LocalDate first = LocalDate.ofEpochDay(from);
        if (first.isBefore(today())) {
            changes.say(messages.text("board.notice.past"));
        } else if (row.kind() == PlanRow.Kind.CLOSED_UNIT) {
            changes.say(messages.text("board.refusal.closed"));
        } else {
            changes.say("");
            walkIns.accept(new WalkIn(row.resource(), row.unit(), first, LocalDate.ofEpochDay(to)));
        }
    }

    /// Lets a stay go: it is moved, or a person is asked, or told why it cannot be there.
    void drop(Draft draft) {
        switch (DropRule.drop(plan.get(), draft)) {
            case DropRule.Drop.Nothing() -> changes.say("");
            case DropRule.Drop.Refused(DropRule.Reason reason) -> changes.say(text(reason));
            case DropRule.Drop.Change(var change) -> changes.propose(change);
        }
    }

    private String text(DropRule.Reason reason) {
        return switch (reason) {
            case STATUS -> messages.text("board.refusal.status");
            case ARRIVED -> messages.text("board.refusal.arrived");
            case NO_UNIT -> messages.text("board.refusal.unit");
            case CLOSED -> messages.text("board.refusal.closed");
            case OCCUPIED -> messages.text("board.refusal.occupied");
            case SEVERAL -> messages.text("board.refusal.several");
            case PARTS -> messages.text("board.refusal.parts");
        };
    }
}
