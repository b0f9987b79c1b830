package dev.keyrack.desktop.agenda;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.client.sync.SiteCopy.Known;
import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.desktop.copy.CopyReading;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The performances of a month from a day on, how full they are, and who comes to the chosen one.
public final class PerformancesViewModel implements ViewModel {

    private static final int DAYS = 31;

    private final ClientRuntime runtime;
    private final Messages messages;
    private final Clock clock;
    private final Consumer<Booking> chosen;
    private final Consumer<FreeTime> wanted;
    private final ReadOnlyBooleanWrapper sellable = new ReadOnlyBooleanWrapper();
    private final Dates dates;
    private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
    private final ObservableList<Performance> performances = FXCollections.observableArrayList();
    private final ObservableList<Performance.Guest> guests = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final CopyReading<Found> reading;
    private volatile LocalDate first;
    private @Nullable Performance selected;

    /// @param events how many there are
    /// @param counted whether the server said how full they are
    private record Found(int events, boolean counted, List<Performance> performances) {}

    /// @param chosen is given the booking that was chosen
    /// @param wanted is given the performance that is to be sold
    public PerformancesViewModel(
            ClientRuntime runtime,
            UiTasks tasks,
            Messages messages,
            Clock clock,
            Consumer<Booking> chosen,
            Consumer<FreeTime> wanted) {
        this.runtime = runtime;
        this.messages = messages;
        this.clock = clock;
        this.chosen = chosen;
        this.wanted = wanted;
        this.dates = new Dates(messages.locale());
        reading = new CopyReading<>(
                runtime, tasks, this::find, this::show, _ -> notice.set(messages.text("agenda.notice.copy")));
        first = LocalDate.now(clock);
        date.set(first);
        date.subscribe(this::read);
    }

    /// Shows a site from now on.
    public void open(SiteCopy opened) {
        selected = null;
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
        SiteCopy opened = reading.copy();
        return LocalDate.now(
                opened == null ? clock : clock.withZone(opened.site().timeZone()));
    }

    /// Null while nobody has chosen one.
    public ObjectProperty<@Nullable LocalDate> dateProperty() {
        return date;
    }

    ObservableList<Performance> performances() {
        return performances;
    }

    /// Who comes to the selected performance.
    ObservableList<Performance.Guest> guests() {
        return guests;
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public void showToday() {
        date.set(today());
    }

    void select(@Nullable Performance performance) {
        selected = performance;
        guests.setAll(performance == null ? List.of() : performance.guests());
        sellable.set(performance != null
                && performance.free() > 0
                && performance.start().isAfter(clock.instant()));
    }

    /// Whether tickets of the selected performance are left.
    ReadOnlyBooleanProperty sellableProperty() {
        return sellable.getReadOnlyProperty();
    }

    /// Begins to sell tickets of the selected performance, if there are any left.
    void sell() {
        Performance performance = selected;
        if (performance != null && sellable.get()) {
            Resource event = performance.event();
            LocalDate day = LocalDate.ofInstant(performance.start(), event.timeZone());
            wanted.accept(new FreeTime(event.id(), day, performance.start()));
        }
    }

    void choose(Performance.Guest guest) {
        chosen.accept(guest.known().booking());
    }

    private void read() {
        LocalDate from = date.get();
        if (from != null) {
            first = from;
            reading.read();
        }
    }

    /// In the copy and in the server's calendar.
    private Found find(SiteCopy opened) {
        LocalDate from = first;
        List<Resource> events = opened.listResources().stream()
                .filter(resource -> resource.grain() == Grain.OCCURRENCE)
                .toList();
        LocalDate to = from.plusDays(DAYS);
        // a day earlier and later, because the copy counts in UTC
        List<Known> bookings = opened.listBetween(from.minusDays(1), to.plusDays(1)).stream()
                .filter(known -> known.booking().startDate().compareTo(from.toString()) >= 0)
                .toList();
        List<Performance> found = new ArrayList<>();
        boolean counted = true;
        for (Resource event : events) {
            Optional<Calendar> calendar = counted ? calendar(event, from, to) : Optional.empty();
            counted = calendar.isPresent();
            found.addAll(PerformanceRule.performances(event, calendar, bookings));
        }
        found.sort(Comparator.comparing(Performance::start));
        return new Found(events.size(), counted, List.copyOf(found));
    }

    private Optional<Calendar> calendar(Resource event, LocalDate from, LocalDate to) {
        return runtime.api().catalog().getCalendar(event.id(), from.toString(), to.toString())
                        instanceof ApiOutcome.Answered<Calendar>(Calendar known)
                ? Optional.of(known)
                : Optional.empty();
    }

    private void show(Found found) {
        Performance old = selected;
        if (!found.performances().equals(performances)) {
            performances.setAll(found.performances());
            select(
                    old == null
                            ? null
                            : found.performances().stream()
                                    .filter(old::isSame)
                                    .findFirst()
                                    .orElse(null));
        }
        notice.set(
                found.events() == 0
                        ? messages.text("agenda.notice.noevents")
                        : !found.counted()
                                ? messages.text("agenda.notice.uncounted")
                                : found.performances().isEmpty() ? messages.text("agenda.notice.noshows") : "");
    }

    /// Such as `Fri, Nov 27, 9:00 PM`.
    String when(Performance performance) {
        return dates.moment(performance.start(), performance.event().timeZone());
    }

    String name(Performance performance) {
        return performance.event().terms().name();
    }

    /// Such as `143 of 180, 37 free`.
    String fill(Performance performance) {
        return performance.free() == 0
                ? messages.text("agenda.fill.full", performance.capacity())
                : messages.text("agenda.fill.free", performance.taken(), performance.capacity(), performance.free());
    }

    String guest(Performance.Guest guest) {
        Booking booking = guest.known().booking();
        return messages.text(
                "agenda.guest.line",
                booking.userDetails().lastName(),
                booking.userDetails().firstName(),
                booking.quantity().count());
    }
}
