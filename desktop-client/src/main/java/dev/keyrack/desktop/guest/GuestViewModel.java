package dev.keyrack.desktop.guest;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.guest.MergeGuests;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.desktop.copy.ObservedCopy;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.desktop.wording.BookingWords;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ObservedConnection;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Guests found in the copy as one types, and the stays of the one that is chosen. Two guests are made one by the
/// server, after it was shown what that changes, and one is erased, after a question and a proof of who asks.
public final class GuestViewModel implements ViewModel {

    private static final int MOST_GUESTS = 50;
    private static final int MOST_BOOKINGS = 400;

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final BookingWords words;
    private final Consumer<Booking> opened;
    private final ProofViewModel proof;
    private final ObservedConnection connection;
    private final ObservedCopy<Found> copy;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<GuestRow> guests = FXCollections.observableArrayList();
    private final ObservableList<StayRow> stays = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable GuestRow> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable GuestRow> kept = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable GuestMerge> merge = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private volatile @Nullable GuestId wanted;

    private record Found(List<GuestRow> guests, List<StayRow> stays) {}

    /// @param opened is given the booking that is to be shown whole
    /// @param proof is asked before somebody is erased
    public GuestViewModel(
            ClientRuntime runtime, UiTasks tasks, Messages messages, Consumer<Booking> opened, ProofViewModel proof) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.words = new BookingWords(messages);
        this.opened = opened;
        this.proof = proof;
        connection = new ObservedConnection(runtime, tasks);
        copy = new ObservedCopy<>(runtime, tasks, this::read);
        copy.valueProperty().subscribe(this::fill);
        search.subscribe(copy::refresh);
    }

    /// Searches a site from now on.
    public void open(Site site) {
        wanted = null;
        search.set("");
        endMerge();
        copy.open(site);
    }

    @Override
    public void onShow() {
        connection.open();
        copy.follow();
    }

    @Override
    public void onHide() {
        connection.close();
        copy.close();
        notice.set("");
        endMerge();
    }

    /// Finds one guest by name, and shows the stays.
    public void show(GuestId guest, String name) {
        wanted = guest;
        search.set(name);
        copy.refresh();
    }

    private Found read(SiteCopy open) {
        GuestId one = wanted;
        String sought = search.get();
        List<GuestRow> found = sought.isBlank()
                ? List.of()
                : GuestRule.group(open.search(sought, MOST_BOOKINGS), open::listOf, MOST_GUESTS).values().stream()
                        .map(bookings -> row(open, bookings))
                        .toList();
        List<StayRow> history = one == null
                ? List.of()
                : GuestRule.newestFirst(open.listOf(one)).stream()
                        .map(booking -> stay(open, booking))
                        .toList();
        return new Found(found, history);
    }

    private GuestRow row(SiteCopy open, List<Booking> bookings) {
        Booking newest = bookings.getFirst();
        return new GuestRow(
                newest.guestId(),
                BookingWords.name(newest.userDetails()),
                words.reach(newest.userDetails()),
                bookings.size(),
                words.stay(newest, open.site().timeZone()));
    }

    private StayRow stay(SiteCopy open, Booking booking) {
        return new StayRow(
                booking,
                words.stay(booking, open.site().timeZone()),
                words.room(booking),
                words.status(booking.status()),
                words.amount(booking, booking.totalPrice()));
    }

    private void fill() {
        Found found = copy.valueProperty().get();
        List<GuestRow> rows = found == null ? List.of() : found.guests();
        if (!guests.equals(rows)) {
            guests.setAll(rows);
        }
        stays.setAll(found == null ? List.of() : found.stays());
        GuestId one = wanted;
        if (one != null) {
            guests.stream().filter(row -> row.id().equals(one)).findFirst().ifPresent(this::point);
        }
    }

    private void point(GuestRow row) {
        chosen.set(row);
        GuestRow first = kept.get();
        merge.set(first == null || first.id().equals(row.id()) ? null : new GuestMerge(first, row));
    }

    public StringProperty searchProperty() {
        return search;
    }

    ObservableList<GuestRow> guests() {
        return guests;
    }

    ObservableList<StayRow> stays() {
        return stays;
    }

    ReadOnlyObjectProperty<@Nullable GuestRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Chooses a guest, or, while two are being made one, the other one.
    void choose(GuestRow row) {
        wanted = row.id();
        notice.set("");
        point(row);
        copy.refresh();
    }

    void open(StayRow row) {
        opened.accept(row.booking());
    }

    /// What to say while no guest is in view.
    public ObservableValue<String> emptyText() {
        return Bindings.createStringBinding(
                () -> {
                    if (copy.failedProperty().get()) {
                        return messages.text("guest.empty.copy");
                    }
                    return search.get().isBlank()
                            ? messages.text("guest.empty.search")
                            : messages.text("guest.empty.nobody", search.get().strip());
                },
                search,
                copy.failedProperty());
    }

    public ObservableValue<String> chosenName() {
        return chosen.map(GuestRow::name).orElse("");
    }

    public ObservableValue<String> chosenReach() {
        return chosen.map(GuestRow::reach).orElse("");
    }

    /// Guests are made one, or erased, only while the server answers.
    public ObservableValue<Boolean> changeAllowed() {
        return Bindings.createBooleanBinding(
                () -> chosen.get() != null
                        && kept.get() == null
                        && !working.get()
                        && !connection.offline().getValue(),
                chosen,
                kept,
                working,
                connection.connectionProperty());
    }

    /// Waits for the other guest to be chosen.
    public void beginMerge() {
        notice.set("");
        kept.set(chosen.get());
    }

    public void endMerge() {
        kept.set(null);
        merge.set(null);
    }

    /// Whether two guests are being made one.
    public ObservableValue<Boolean> merging() {
        return kept.map(row -> true).orElse(false);
    }

    /// What to do next, or what would change.
    public ObservableValue<String> mergeText() {
        return Bindings.createStringBinding(
                () -> {
                    GuestMerge both = merge.get();
                    GuestRow first = kept.get();
                    if (both == null) {
                        return first == null ? "" : messages.text("guest.merge.choose", first.name());
                    }
                    return messages.text(
                            "guest.merge.preview",
                            both.stays().name(),
                            both.stays().reach(),
                            both.goes().name(),
                            both.goes().reach(),
                            both.goes().stays());
                },
                kept,
                merge);
    }

    public ObservableValue<Boolean> confirmAllowed() {
        return Bindings.createBooleanBinding(() -> merge.get() != null && !working.get(), merge, working);
    }

    /// Keeps the name and details of the other one.
    public void turnMerge() {
        GuestMerge both = merge.get();
        if (both != null) {
            merge.set(both.turned());
        }
    }

    public void confirmMerge() {
        GuestMerge both = merge.get();
        if (both == null || working.get()) {
            return;
        }
        working.set(true);
        var pair = new MergeGuests(both.goes().id(), both.stays().id());
        tasks.run(() -> runtime.api().bookings().mergeGuests(pair))
                .onDone(outcome -> tell(outcome, both))
                .onFailed(failure -> {
                    working.set(false);
                    notice.set(messages.text("guest.notice.other"));
                });
    }

    private void tell(ApiOutcome<List<Booking>> outcome, GuestMerge both) {
        working.set(false);
        switch (outcome) {
            case ApiOutcome.Answered<List<Booking>>(List<Booking> changed) -> {
                endMerge();
                show(both.stays().id(), both.stays().name());
                notice.set(messages.text("guest.notice.merged", both.stays().name(), changed.size()));
            }
            case ApiOutcome.Refused<List<Booking>>(Problem problem) ->
                notice.set(
                        switch (problem.type()) {
                            case NOT_FOUND -> messages.text("guest.notice.gone");
                            case FORBIDDEN -> messages.text("guest.notice.forbidden");
                            default -> messages.text("guest.notice.other");
                        });
            case ApiOutcome.Unanswered<List<Booking>> _ -> notice.set(messages.text("guest.notice.silence"));
        }
    }

    /// Asks first.
    public void erase() {
        GuestRow row = chosen.get();
        if (row != null) {
            notice.set("");
            question.set(messages.text("guest.erase.question", row.name(), row.stays()));
        }
    }

    /// What to ask before a guest is erased; empty if nothing.
    public ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    public void keep() {
        question.set("");
    }

    public void confirmErasure() {
        question.set("");
        GuestRow row = chosen.get();
        if (row == null || working.get()) {
            return;
        }
        working.set(true);
        proof.run(() -> runtime.api().bookings().eraseGuest(row.id()))
                .onDone(outcome -> tell(outcome, row))
                .onFailed(failure -> {
                    working.set(false);
                    notice.set(messages.text("guest.erase.other"));
                });
    }

    private void tell(ApiOutcome<Void> outcome, GuestRow row) {
        working.set(false);
        switch (outcome) {
            case ApiOutcome.Answered<Void> _ -> {
                search.set("");
                chosen.set(new GuestRow(row.id(), messages.text("guest.erase.nobody"), "", row.stays(), row.last()));
                notice.set(messages.text("guest.erase.done"));
            }
            case ApiOutcome.Refused<Void>(Problem problem) ->
                notice.set(
                        switch (problem.type()) {
                            case STILL_NEEDED -> messages.text("guest.erase.needed");
                            case NOT_FOUND, FORBIDDEN -> messages.text("guest.erase.forbidden");
                            case SIGN_IN_TOO_OLD -> messages.text("guest.erase.unproved");
                            default -> messages.text("guest.erase.other");
                        });
            case ApiOutcome.Unanswered<Void> _ -> notice.set(messages.text("guest.erase.silence"));
        }
    }

    String text(String name) {
        return messages.text(name);
    }
}
