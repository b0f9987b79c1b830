package dev.keyrack.desktop.agenda;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.desktop.copy.CopyReading;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The appointments of a day by practitioner, or of one practitioner by day, from the local copy.
public final class AgendaViewModel implements ViewModel {

    private final Messages messages;
    private final Clock clock;
    private final Consumer<Booking> chosen;
    private final Consumer<FreeTime> wanted;
    private final Dates dates;
    private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
    private final ObservableList<String> practitioners = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> practitioner = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<List<AgendaColumn>> columns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final CopyReading<Found> reading;
    private volatile Wish wish;

    /// What is to be shown: a day of all, or the week that it lies in of one.
    private record Wish(LocalDate day, @Nullable String whose) {}

    private record Found(Wish wish, List<Resource> practitioners, List<AgendaColumn> columns) {}

    /// @param chosen is given the booking whose appointment was chosen
    /// @param wanted is given the free time that is to be sold
    public AgendaViewModel(
            ClientRuntime runtime,
            UiTasks tasks,
            Messages messages,
            Clock clock,
            Consumer<Booking> chosen,
            Consumer<FreeTime> wanted) {
        this.messages = messages;
        this.clock = clock;
        this.chosen = chosen;
        this.wanted = wanted;
        this.dates = new Dates(messages.locale());
        reading = new CopyReading<>(
                runtime, tasks, this::find, this::show, _ -> notice.set(messages.text("agenda.notice.copy")));
        wish = new Wish(LocalDate.now(clock), null);
        date.set(wish.day());
        date.subscribe(this::read);
        practitioner.subscribe(this::read);
    }

    /// Shows a site from now on.
    public void open(SiteCopy opened) {
        reading.open(opened);
        date.set(today());
    }

    @Override
    public void onShow() {
        reading.onShow();
    }

    @Override
    public void onHide() {
        reading.onHide();
    }

    private LocalDate today() {
        return LocalDate.now(siteClock());
    }

    private Clock siteClock() {
        SiteCopy opened = reading.copy();
        return opened == null ? clock : clock.withZone(opened.site().timeZone());
    }

    /// The time now where the column is today.
    Optional<LocalTime> nowIn(AgendaColumn column) {
        return column.date().equals(today()) ? Optional.of(LocalTime.now(siteClock())) : Optional.empty();
    }

    /// Null while nobody has chosen one.
    public ObjectProperty<@Nullable LocalDate> dateProperty() {
        return date;
    }

    /// By name; those that a week can be shown of.
    public ObservableList<String> practitioners() {
        return practitioners;
    }

    /// Whose week is shown; null shows the day of all.
    public ObjectProperty<@Nullable String> practitionerProperty() {
        return practitioner;
    }

    ReadOnlyObjectProperty<List<AgendaColumn>> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    /// What there is to say where there is nothing to see.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public void showToday() {
        date.set(today());
    }

    /// Turns to the day or week before.
    public void showBefore() {
        turn(-step());
    }

    /// Turns to the next day or week.
    public void showNext() {
        turn(step());
    }

    private void turn(int days) {
        date.set(Objects.requireNonNullElseGet(date.get(), this::today).plusDays(days));
    }

    private int step() {
        return practitioner.get() == null ? 1 : 7;
    }

    private void read() {
        LocalDate day = date.get();
        if (day != null) {
            wish = new Wish(day, practitioner.get());
            reading.read();
        }
    }

    private Found find(SiteCopy opened) {
        Wish wanted = wish;
        List<Resource> all = opened.listResources().stream()
                .filter(resource -> resource.grain() == Grain.TIME)
                .sorted(Comparator.comparing(resource -> resource.terms().name()))
                .toList();
        return new Found(wanted, all, columns(opened, all, wanted));
    }

    private void show(Found found) {
        if (!found.wish().equals(wish)) {
            return;
        }
        List<String> names =
                found.practitioners().stream().map(each -> each.terms().name()).toList();
        if (!names.equals(practitioners)) {
            practitioners.setAll(names);
        }
        columns.set(found.columns());
        boolean empty = found.columns().stream()
                .allMatch(column -> column.appointments().isEmpty());
        notice.set(
                names.isEmpty()
                        ? messages.text("agenda.notice.nobody")
                        : empty ? messages.text("agenda.notice.free") : "");
    }

    private List<AgendaColumn> columns(SiteCopy opened, List<Resource> all, Wish wanted) {
        LocalDate day = wanted.day();
        Optional<Resource> one = all.stream()
                .filter(each -> each.terms().name().equals(wanted.whose()))
                .findFirst();
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        // a day earlier and later, because the copy counts in UTC
        return one.map(each -> AgendaRule.week(
                        each, opened.listBetween(monday.minusDays(1), monday.plusDays(8)), monday, dates::day))
                .orElseGet(() -> AgendaRule.day(all, opened.listBetween(day.minusDays(1), day.plusDays(2)), day));
    }

    void choose(Appointment appointment) {
        chosen.accept(appointment.booking());
    }

    /// When an appointment could begin; nothing on days that are over.
    List<LocalTime> listFree(AgendaColumn column) {
        return column.date().isBefore(today())
                ? List.of()
                : AgendaRule.free(column, nowIn(column).orElse(LocalTime.MIN));
    }

    void sell(AgendaColumn column, LocalTime start) {
        Resource practitioner = column.practitioner();
        wanted.accept(new FreeTime(
                practitioner.id(),
                column.date(),
                column.date().atTime(start).atZone(practitioner.timeZone()).toInstant()));
    }

    /// Such as `Book 09:30`.
    String invite(LocalTime start) {
        return messages.text("agenda.entry.free", start);
    }

    /// Such as `09:30 Silva`.
    String title(Appointment appointment) {
        return messages.text(
                "agenda.entry.title",
                appointment.start(),
                appointment.booking().userDetails().lastName());
    }

    /// Everything about it in words.
    String describe(Appointment appointment) {
        Booking booking = appointment.booking();
        return messages.text(
                "agenda.entry.tip",
                booking.userDetails().firstName(),
                booking.userDetails().lastName(),
                appointment.start(),
                appointment.end(),
                status(booking.status()));
    }

    private String status(BookingStatus status) {
        return switch (status) {
            case REQUESTED -> messages.text("agenda.status.requested");
            case CONFIRMED -> messages.text("agenda.status.confirmed");
            case CHECKED_IN -> messages.text("agenda.status.here");
            case COMPLETED -> messages.text("agenda.status.over");
            case NO_SHOW -> messages.text("agenda.status.noshow");
            case CANCELLED, DECLINED, UNKNOWN -> messages.text("agenda.status.unknown");
        };
    }
}
