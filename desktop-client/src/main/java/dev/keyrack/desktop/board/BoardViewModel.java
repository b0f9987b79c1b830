package dev.keyrack.desktop.board;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Subscription;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.store.LocalStore;
import dev.keyrack.client.sync.ScopeFollower;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The stays of a site around a day, from the local copy; it follows the copy while it is in view. A stay is moved to
/// another unit of its kind by the server, and moved back by [#undo].
public final class BoardViewModel implements ViewModel {

    static final int DAYS_BEFORE = 21;
    static final int DAYS_AFTER = 70;
    private static final int DAYS_PAST_IN_VIEW = 2;

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>(Plan.EMPTY);
    private final ReadOnlyObjectWrapper<LocalDate> day = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable Move> undoable = new SimpleObjectProperty<>();
    private final Consumer<Booking> chosen;
    private Subscription copy = () -> {};
    private @Nullable Site site;
    private @Nullable LocalStore store;
    private boolean reading;
    private boolean readAgain;

    /// A stay that was given another unit.
    record Move(BookingId booking, @Nullable UnitId from) {}

    /// @param chosen is given the booking whose bar was chosen
    public BoardViewModel(
            ClientRuntime runtime, UiTasks tasks, Messages messages, Clock clock, Consumer<Booking> chosen) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
        this.chosen = chosen;
        day.set(firstInView());
    }

    /// Shows a site from now on.
    public void open(Site wanted) {
        site = wanted;
        day.set(firstInView());
        tasks.run(() -> runtime.follow(wanted.id()))
                .onDone(opened -> {
                    store = opened;
                    read();
                })
                .onFailed(failure -> notice.set(messages.text("board.notice.copy")));
    }

    @Override
    public void onShow() {
        copy = runtime.observeCopy(follow -> {
            if (follow == ScopeFollower.Follow.CHANGED) {
                tasks.show(this::read);
            }
        });
    }

    @Override
    public void onHide() {
        copy.close();
    }

    LocalDate today() {
        return site == null ? LocalDate.now(clock) : LocalDate.now(clock.withZone(site.timeZone()));
    }

    private LocalDate firstInView() {
        return today().minusDays(DAYS_PAST_IN_VIEW);
    }

    ReadOnlyObjectProperty<Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /// The day at the left edge.
    ReadOnlyObjectProperty<LocalDate> dayProperty() {
        return day.getReadOnlyProperty();
    }

    /// What the last step came to; empty if there is nothing to say.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// The move that [#undo] would take back.
    ObjectProperty<@Nullable Move> undoableProperty() {
        return undoable;
    }

    public void showToday() {
        show(firstInView());
    }

    public void showDaysOn(int days) {
        show(day.get().plusDays(days));
    }

    private void show(LocalDate wanted) {
        day.set(wanted);
        read();
    }

    /// Reads the copy again; while it is being read, once more afterwards.
    void read() {
        LocalStore opened = store;
        Site shown = site;
        if (opened == null || shown == null) {
            return;
        }
        if (reading) {
            readAgain = true;
            return;
        }
        reading = true;
        LocalDate first = day.get();
        tasks.run(() -> planOf(opened, shown, first))
                .onDone(found -> {
                    plan.set(found);
                    finish();
                })
                .onFailed(failure -> {
                    notice.set(messages.text("board.notice.copy"));
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

    private Plan planOf(LocalStore opened, Site shown, LocalDate first) {
        List<Resource> resources = opened.list(ClientRuntime.CATALOG, "resource", Resource.class);
        List<Unit> units = opened.list(ClientRuntime.CATALOG, "unit", Unit.class);
        var period = new LocalStore.Period(
                first.minusDays(DAYS_BEFORE).toString(),
                first.plusDays(DAYS_AFTER).toString());
        // times of day have a longer text; only nights have plain dates
        List<Stay> stays =
                opened.listBetween(ClientRuntime.bookingsOf(shown.id()), "booking", Dated.class, period).stream()
                        .flatMap(dated -> dated.toStay().stream())
                        .toList();
        return PlanRule.plan(shown.id(), resources, units, stays, messages.text("board.row.unassigned"));
    }

    void choose(Stay stay) {
        findBooking(stay.bookingId()).ifPresent(chosen);
    }

    private Optional<Booking> findBooking(BookingId id) {
        LocalStore opened = store;
        Site shown = site;
        return opened == null || shown == null
                ? Optional.empty()
                : opened.find(ClientRuntime.bookingsOf(shown.id()), "booking", id.value(), Booking.class);
    }

    /// Whether a stay can be put into a line: another open unit of the same resource.
    boolean moveAllowed(Stay stay, PlanRow row) {
        return row.kind() == PlanRow.Kind.UNIT
                && row.resource().equals(stay.resourceId())
                && row.unit() != null
                && !row.unit().equals(stay.unitId())
                && stay.quantity().count() == 1;
    }

    void move(Stay stay, PlanRow row) {
        if (moveAllowed(stay, row)) {
            give(stay.bookingId(), Objects.requireNonNull(row.unit()), new Move(stay.bookingId(), stay.unitId()));
        }
    }

    /// Takes the last move back.
    public void undo() {
        Move last = undoable.get();
        if (last != null && last.from() != null) {
            give(last.booking(), last.from(), null);
        }
    }

    private void give(BookingId id, UnitId unit, @Nullable Move undo) {
        Optional<Booking> seen = findBooking(id);
        if (seen.isEmpty()) {
            return;
        }
        var wanted = ChangeBooking.NOTHING.inUnit(unit);
        tasks.run(() -> runtime.api().bookings().change(seen.get(), wanted))
                .onDone(outcome -> tell(outcome, undo))
                .onFailed(failure -> notice.set(messages.text("board.notice.other")));
    }

    private void tell(ApiOutcome<Booking> outcome, @Nullable Move undo) {
        switch (outcome) {
            case ApiOutcome.Answered<Booking>(Booking moved) -> {
                undoable.set(undo != null && undo.from() != null ? undo : null);
                notice.set(messages.text(
                        "board.notice.moved", moved.userDetails().lastName(), String.valueOf(moved.unitName())));
            }
            case ApiOutcome.Refused<Booking>(Problem problem) ->
                notice.set(
                        problem.type() == ProblemType.UNIT_TAKEN
                                ? messages.text("board.notice.taken")
                                : problem.type() == ProblemType.STALE_REVISION
                                        ? messages.text("board.notice.stale")
                                        : messages.text("board.notice.other"));
            case ApiOutcome.Unanswered<Booking> _ -> notice.set(messages.text("board.notice.silence"));
        }
    }
}
