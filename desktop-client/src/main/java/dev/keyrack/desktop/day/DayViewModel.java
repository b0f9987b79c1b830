package dev.keyrack.desktop.day;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.StayApi;
import dev.keyrack.client.sync.Mutation;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.client.sync.SiteCopy.Known;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.desktop.copy.ObservedCopy;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One list of a day at a time, and how many stand on each today. Check-in and check-out are kept here at once and sent
/// when the server answers; either is taken back by [#undo].
public final class DayViewModel implements ViewModel {

    private final UiTasks tasks;
    private final Messages messages;
    private final DayWords words;
    private final Clock clock;
    private final Consumer<Booking> opened;
    private final Runnable decided;
    private final ObservedCopy<Lists> copy;
    private final ReadOnlyObjectWrapper<DayList> list = new ReadOnlyObjectWrapper<>(DayList.ARRIVALS);
    private final ObjectProperty<LocalDate> day = new SimpleObjectProperty<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<DayRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Mutation.@Nullable UndoStep> undoable = new ReadOnlyObjectWrapper<>();
    private @Nullable Site site;

    /// @param list what stands on the chosen list
    /// @param counts how many stand on each list today
    record Lists(List<DayRow> list, Map<DayList, Integer> counts) {}

    /// @param opened is given the booking that is to be shown whole
    /// @param decided is called where something refused needs a decision
    public DayViewModel(
            ClientRuntime runtime,
            UiTasks tasks,
            Messages messages,
            Clock clock,
            Consumer<Booking> opened,
            Runnable decided) {
        this.tasks = tasks;
        this.messages = messages;
        this.words = new DayWords(messages);
        this.clock = clock;
        this.opened = opened;
        this.decided = decided;
        day.set(today());
        copy = new ObservedCopy<>(runtime, tasks, this::read);
        copy.valueProperty().subscribe(this::fill);
        search.subscribe(this::fill);
        day.subscribe(() -> {
            if (day.get() == null) {
                day.set(today());
            }
            copy.refresh();
        });
        list.subscribe(copy::refresh);
    }

    /// Shows a site from now on, today.
    public void open(Site wanted) {
        site = wanted;
        day.set(today());
        clearNotice();
        copy.open(wanted);
    }

    @Override
    public void onShow() {
        copy.follow();
    }

    @Override
    public void onHide() {
        copy.close();
        clearNotice();
    }

    /// Shows another list, of today.
    public void show(DayList wanted) {
        show(wanted, today());
    }

    public void show(DayList wanted, LocalDate date) {
        search.set("");
        clearNotice();
        list.set(wanted);
        day.set(date);
    }

    private void clearNotice() {
        notice.set("");
        undoable.set(null);
    }

    private ZoneId zone() {
        return site == null ? clock.getZone() : site.timeZone();
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone()));
    }

    private Lists read(SiteCopy opened) {
        List<Known> all = opened.list();
        DayList wanted = list.get();
        LocalDate today = today();
        var rule = new DayRule(day.get(), today, zone());
        var counts = new EnumMap<DayList, Integer>(DayList.class);
        var now = new DayRule(today, today, zone());
        for (DayList each : DayList.values()) {
            counts.put(each, (int) all.stream()
                    .filter(known -> now.belongs(each, known.booking()))
                    .count());
        }
        return new Lists(
                rule.select(wanted, all).stream()
                        .map(known -> words.row(rule, wanted, known))
                        .toList(),
                counts);
    }

    private void fill() {
        Lists found = copy.valueProperty().get();
        List<DayRow> wanted = found == null ? List.of() : found.list();
        String sought = search.get();
        rows.setAll(
                sought.isBlank()
                        ? wanted
                        : wanted.stream().filter(row -> row.matches(sought)).toList());
    }

    public Locale locale() {
        return messages.locale();
    }

    public ReadOnlyObjectProperty<DayList> listProperty() {
        return list.getReadOnlyProperty();
    }

    public ObjectProperty<LocalDate> dayProperty() {
        return day;
    }

    public StringProperty searchProperty() {
        return search;
    }

    /// The lines in view.
    ObservableList<DayRow> rows() {
        return rows;
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ObservableValue<Boolean> undoAllowed() {
        return undoable.map(step -> true).orElse(false);
    }

    public ObservableValue<String> title() {
        return list.map(words::title);
    }

    public ObservableValue<String> dayText() {
        return day.map(words::day);
    }

    /// How many stand on a list today.
    public ObservableValue<Integer> count(DayList which) {
        return copy.valueProperty()
                .map(found -> found.counts().getOrDefault(which, 0))
                .orElse(0);
    }

    /// What to say while no line is in view.
    public ObservableValue<String> emptyText() {
        return Bindings.createStringBinding(
                this::nothing, copy.valueProperty(), copy.failedProperty(), search, day, list);
    }

    private String nothing() {
        if (copy.failedProperty().get()) {
            return messages.text("day.empty.copy");
        }
        if (copy.valueProperty().get() == null) {
            return messages.text("day.empty.reading");
        }
        return search.get().isBlank()
                ? words.nobody(list.get(), day.get(), today())
                : messages.text("day.empty.search", search.get().strip());
    }

    public void showToday() {
        day.set(today());
    }

    public void showDaysOn(int days) {
        day.set(day.get().plusDays(days));
    }

    /// Shows a line's booking whole.
    void choose(DayRow row) {
        opened.accept(row.booking());
    }

    /// Does what comes next for a line.
    void take(DayRow row) {
        Booking booking = row.booking();
        switch (row.step()) {
            case CHECK_IN ->
                record(
                        new Mutation.CheckIn(booking.bookingId(), booking.unitId(), booking.unitName()),
                        messages.text("day.notice.checkedin", row.guest(), row.room()),
                        new Mutation.UndoStep(booking.bookingId(), StayApi.Step.CHECK_IN));
            case CHECK_OUT ->
                record(
                        new Mutation.CheckOut(booking.bookingId()),
                        messages.text("day.notice.checkedout", row.guest()),
                        new Mutation.UndoStep(booking.bookingId(), StayApi.Step.CHECK_OUT));
            case TAKE_PAYMENT, OPEN -> opened.accept(booking);
            case DECIDE -> decided.run();
        }
    }

    /// Takes the last step back.
    public void undo() {
        Mutation.UndoStep step = undoable.get();
        if (step != null) {
            record(step, messages.text("day.notice.undone"), null);
        }
    }

    private void record(Mutation mutation, String done, Mutation.@Nullable UndoStep undo) {
        copy.copy()
                .ifPresent(open -> tasks.run(() -> {
                            open.record(mutation);
                            return done;
                        })
                        .onDone(text -> {
                            notice.set(text);
                            undoable.set(undo);
                        })
                        .onFailed(failure -> {
                            notice.set(messages.text("day.notice.unwritten"));
                            undoable.set(null);
                        }));
    }
}
