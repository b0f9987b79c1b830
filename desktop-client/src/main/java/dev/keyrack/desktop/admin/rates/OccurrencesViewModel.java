package dev.keyrack.desktop.admin.rates;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.availability.Occurrence;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.desktop.admin.Figures;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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

/// The performances of an event in the months in view: how full they are, and one that is planned or planned anew.
public final class OccurrencesViewModel implements ViewModel {

    private static final int MOST_SEATS = 1_000_000;
    private static final int LONGEST_MINUTES = 1_440;

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final AnswerText answers;
    private final Runnable changed;
    private final ObservableList<OccurrenceRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable OccurrenceRow> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
    private final StringProperty time = new SimpleStringProperty("");
    private final StringProperty minutes = new SimpleStringProperty("");
    private final StringProperty capacity = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper timeFault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper minutesFault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper capacityFault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Resource> resource = new ReadOnlyObjectWrapper<>();
    private @Nullable SiteCopy copy;

    /// @param changed is told when a performance was planned
    OccurrencesViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Runnable changed) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.changed = changed;
        answers = new AnswerText(messages);
        selected.subscribe(this::fill);
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    void open(SiteCopy opened) {
        copy = opened;
    }

    void show(Resource wanted) {
        Resource before = resource.get();
        resource.set(wanted);
        if (before == null || !before.id().equals(wanted.id())) {
            selected.set(null);
            rows.clear();
            notice.set("");
            capacity.set(Integer.toString(wanted.terms().capacity()));
        }
    }

    void take(Calendar calendar) {
        Resource shown = resource.get();
        if (shown == null || calendar.grain() != Grain.OCCURRENCE) {
            rows.clear();
            return;
        }
        OccurrenceRow before = selected.get();
        rows.setAll(calendar.entries().stream().map(entry -> row(entry, shown)).toList());
        if (before != null) {
            rows.stream()
                    .filter(row -> row.start().equals(before.start()))
                    .findFirst()
                    .ifPresent(selected::set);
        }
    }

    private OccurrenceRow row(Calendar.Entry entry, Resource shown) {
        Instant start = Instant.parse(entry.start());
        return new OccurrenceRow(
                start,
                new Dates(messages.locale()).moment(start, shown.timeZone()),
                entry.taken(),
                entry.capacity(),
                messages.text("rates.day.taken", entry.taken(), entry.capacity()));
    }

    /// Puts the chosen performance into the fields.
    private void fill(@Nullable OccurrenceRow row) {
        Resource shown = resource.get();
        if (row != null && shown != null) {
            ZonedDateTime start = row.start().atZone(shown.timeZone());
            date.set(start.toLocalDate());
            time.set(start.toLocalTime().toString());
            capacity.set(Integer.toString(row.capacity()));
            findMinutes(row.start()).ifPresent(length -> minutes.set(Long.toString(length)));
        }
    }

    /// How long it is, as those who booked it were told.
    private Optional<Long> findMinutes(Instant start) {
        SiteCopy opened = copy;
        Resource shown = resource.get();
        if (opened == null || shown == null) {
            return Optional.empty();
        }
        return opened.list().stream()
                .map(SiteCopy.Known::booking)
                .filter(booking -> booking.resourceId().equals(shown.id())
                        && booking.startDate().equals(start.toString()))
                .map(Booking::endDate)
                .map(end -> ChronoUnit.MINUTES.between(start, Instant.parse(end)))
                .findFirst();
    }

    public void plan() {
        Resource shown = resource.get();
        LocalDate day = date.get();
        if (shown == null || working.get()) {
            return;
        }
        Optional<LocalTime> starts = readTime();
        Optional<Integer> length =
                Figures.readWhole(minutes.get()).filter(found -> found >= 1 && found <= LONGEST_MINUTES);
        Optional<Integer> seats = Figures.readWhole(capacity.get()).filter(found -> found <= MOST_SEATS);
        timeFault.set(day == null || starts.isEmpty() ? messages.text("rates.fault.time") : "");
        minutesFault.set(length.isEmpty() ? messages.text("rates.fault.figure", 1, LONGEST_MINUTES) : "");
        capacityFault.set(seats.isEmpty() ? messages.text("rates.fault.figure", 0, MOST_SEATS) : "");
        if (day != null && starts.isPresent() && length.isPresent() && seats.isPresent()) {
            Instant start = day.atTime(starts.get()).atZone(shown.timeZone()).toInstant();
            send(shown, new Occurrence(start, start.plus(length.get(), ChronoUnit.MINUTES), seats.get()));
        }
    }

    private Optional<LocalTime> readTime() {
        String typed = time.get().strip();
        try {
            return Optional.of(LocalTime.parse(typed.matches("[0-9]:[0-9]{2}") ? "0" + typed : typed));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private void send(Resource shown, Occurrence planned) {
        working.set(true);
        notice.set("");
        tasks.run(() -> runtime.api().catalog().planOccurrence(shown.id(), planned))
                .onDone(outcome -> {
                    working.set(false);
                    switch (outcome) {
                        case ApiOutcome.Answered<Occurrence> _ -> {
                            notice.set(messages.text("rates.occurrence.planned"));
                            changed.run();
                        }
                        case ApiOutcome.Refused<Occurrence>(Problem problem) -> notice.set(answers.refusal(problem));
                        case ApiOutcome.Unanswered<Occurrence> _ -> notice.set(answers.silence());
                    }
                })
                .onFailed(failure -> {
                    working.set(false);
                    notice.set(answers.failure());
                });
    }

    public ObservableList<OccurrenceRow> rows() {
        return rows;
    }

    public ObjectProperty<@Nullable OccurrenceRow> selectedProperty() {
        return selected;
    }

    public ObjectProperty<@Nullable LocalDate> dateProperty() {
        return date;
    }

    public StringProperty timeProperty() {
        return time;
    }

    public StringProperty minutesProperty() {
        return minutes;
    }

    public StringProperty capacityProperty() {
        return capacity;
    }

    public ReadOnlyStringProperty timeFaultProperty() {
        return timeFault.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty minutesFaultProperty() {
        return minutesFault.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty capacityFaultProperty() {
        return capacityFault.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ObservableValue<Boolean> planAllowed() {
        return Bindings.createBooleanBinding(() -> resource.get() != null && !working.get(), resource, working);
    }

    Locale locale() {
        return messages.locale();
    }
}
