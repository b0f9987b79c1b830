package dev.keyrack.desktop.booking;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Subscription;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.StayApi;
import dev.keyrack.client.sync.Mutation;
import dev.keyrack.client.sync.ScopeFollower;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.desktop.party.GuestForm;
import dev.keyrack.desktop.sale.FreeUnitsRule;
import dev.keyrack.desktop.sale.SaleWords;
import dev.keyrack.desktop.sale.UnitChoice;
import dev.keyrack.desktop.wording.BookingWords;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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

/// One booking with all that can be done to it. Steps, notes and the guest's details are written down here and sent
/// when the server answers; what moves money or dates needs the server.
public final class BookingViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final Clock clock;
    private final SaleWords words;
    private final BookingText text;
    private final ReadOnlyObjectWrapper<@Nullable Booking> booking = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SiteCopy.SyncState> state =
            new ReadOnlyObjectWrapper<>(SiteCopy.SyncState.SYNCED);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper owing = new ReadOnlyBooleanWrapper();
    private final StringProperty notes = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper guestOpen = new ReadOnlyBooleanWrapper();
    private final ObservableList<UnitChoice> freeUnits = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable UnitChoice> unit = new SimpleObjectProperty<>();
    private final BookingFacts facts;
    private final GuestForm guestForm;
    private final StayEdit stayEdit;
    private final Settlement settlement;
    private final Cancelling cancelling;
    private final Dossier dossier;
    private Subscription follow = () -> {};
    private @Nullable SiteCopy copy;

    public BookingViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
        words = new SaleWords(messages);
        text = new BookingText(messages);
        facts = new BookingFacts(
                booking.getReadOnlyProperty(),
                text,
                shown -> new BookingWords(messages).stay(shown, zone()),
                this::isDue);
        guestForm = new GuestForm(messages);
        stayEdit = new StayEdit(runtime, tasks, words, this::show);
        settlement = new Settlement(runtime, tasks, words, this::reload);
        cancelling = new Cancelling(runtime, tasks, words, this::tellCancelled);
        dossier = new Dossier(runtime, tasks, text);
    }

    /// Whether the day of arrival has come at the site.
    private boolean isDue(Booking shown) {
        return !BookingWords.first(shown, zone()).isAfter(LocalDate.now(clock.withZone(zone())));
    }

    private ZoneId zone() {
        return copy == null ? clock.getZone() : copy.site().timeZone();
    }

    @Override
    public void onShow() {
        follow.close();
        follow = runtime.observeCopy(news -> {
            if (news == ScopeFollower.Follow.CHANGED) {
                tasks.show(this::refresh);
            }
        });
    }

    @Override
    public void onHide() {
        follow.close();
        close();
    }

    /// Follows the copy of this site from now on.
    public void open(Site site) {
        close();
        onShow();
        tasks.run(() -> runtime.openSite(site))
                .onDone(opened -> {
                    copy = opened;
                    refresh();
                })
                .onFailed(failure -> notice.set(messages.text("sale.refusal.copy")));
    }

    /// Shows a booking from now on.
    public void show(Booking chosen) {
        notice.set("");
        settlement.clear();
        owing.set(false);
        guestOpen.set(false);
        cancelling.keep();
        stayEdit.close();
        state.set(SiteCopy.SyncState.SYNCED);
        booking.set(chosen);
        notes.set(Objects.requireNonNullElse(chosen.notes(), ""));
        refresh();
        loadDossier(chosen);
    }

    public void close() {
        stayEdit.close();
        cancelling.keep();
        booking.set(null);
    }

    /// Takes over what the copy says, unless the server has said something newer here already.
    private void refresh() {
        SiteCopy open = copy;
        Booking shown = booking.get();
        if (open == null || shown == null) {
            return;
        }
        open.find(shown.bookingId()).ifPresent(known -> {
            boolean untouched = notes.get().equals(Objects.requireNonNullElse(shown.notes(), ""));
            if (!known.booking().updatedAt().isBefore(shown.updatedAt())) {
                booking.set(known.booking());
                if (untouched) {
                    notes.set(Objects.requireNonNullElse(known.booking().notes(), ""));
                }
                if (!known.booking().revision().equals(shown.revision())) {
                    loadDossier(known.booking());
                }
            }
            state.set(known.state());
            listUnits(open, known.booking());
        });
    }

    private void listUnits(SiteCopy open, Booking shown) {
        List<Booking> others = open.list().stream()
                .map(SiteCopy.Known::booking)
                .filter(each -> !each.bookingId().equals(shown.bookingId()))
                .toList();
        List<Unit> own = open.listUnits().stream()
                .filter(each -> each.resourceId().equals(shown.resourceId()))
                .toList();
        List<UnitChoice> free = FreeUnitsRule.list(own, others, shown.startDate(), shown.endDate()).stream()
                .map(each -> new UnitChoice(each.id(), each.name()))
                .toList();
        if (!free.equals(freeUnits)) {
            freeUnits.setAll(free);
        }
        unit.set(free.stream()
                .filter(each -> Objects.equals(each.id(), shown.unitId()))
                .findFirst()
                .orElse(free.isEmpty() ? null : free.getFirst()));
    }

    private void reload() {
        Booking shown = booking.get();
        if (shown == null) {
            return;
        }
        tasks.run(() -> runtime.api().bookings().get(shown.bookingId()))
                .onDone(outcome -> {
                    Booking still = booking.get();
                    if (outcome instanceof ApiOutcome.Answered<Booking>(Booking found)
                            && still != null
                            && still.bookingId().equals(found.bookingId())) {
                        booking.set(found);
                        loadDossier(found);
                    }
                })
                .onFailed(failure -> notice.set(messages.text("booking.notice.other")));
    }

    private void loadDossier(Booking shown) {
        SiteCopy open = copy;
        if (open != null) {
            dossier.load(shown, open.site().timeZone());
        }
    }

    public void checkIn() {
        if (!facts.checkInAllowed().getValue()) {
            return;
        }
        UnitChoice given = unit.get();
        record(shown -> new Mutation.CheckIn(
                shown.bookingId(), given == null ? null : given.id(), given == null ? null : given.name()));
    }

    public void undoCheckIn() {
        record(shown -> new Mutation.UndoStep(shown.bookingId(), StayApi.Step.CHECK_IN));
    }

    /// Asks for what is owed first; the second time it lets the guest go.
    public void checkOut() {
        Booking shown = booking.get();
        if (shown != null && BookingText.due(shown).signum() > 0 && !owing.get()) {
            owing.set(true);
            notice.set(messages.text("booking.notice.owing", text.amount(shown, BookingText.due(shown))));
            return;
        }
        owing.set(false);
        record(each -> new Mutation.CheckOut(each.bookingId()));
    }

    public void undoCheckOut() {
        record(shown -> new Mutation.UndoStep(shown.bookingId(), StayApi.Step.CHECK_OUT));
    }

    public void markNoShow() {
        if (!facts.checkInAllowed().getValue()) {
            return;
        }
        record(shown -> new Mutation.MarkNoShow(shown.bookingId()));
    }

    public void undoNoShow() {
        record(shown -> new Mutation.UndoStep(shown.bookingId(), StayApi.Step.NO_SHOW));
    }

    public void saveNotes() {
        record(shown -> new Mutation.SetNotes(shown.bookingId(), shown.notes(), notes.get()));
    }

    void editGuest() {
        Booking shown = booking.get();
        if (shown != null) {
            guestForm.fill(shown.userDetails());
            guestOpen.set(true);
        }
    }

    void keepGuest() {
        guestOpen.set(false);
    }

    void saveGuest() {
        guestForm.submit().ifPresent(details -> {
            guestOpen.set(false);
            record(shown -> new Mutation.SetGuest(shown.bookingId(), shown.userDetails(), details));
        });
    }

    private void record(Function<Booking, Mutation> step) {
        SiteCopy open = copy;
        Booking shown = booking.get();
        if (open == null || shown == null) {
            return;
        }
        notice.set("");
        Mutation mutation = step.apply(shown);
        tasks.run(() -> {
                    open.record(mutation);
                    return mutation;
                })
                .onDone(_ -> refresh())
                .onFailed(failure -> notice.set(messages.text("booking.notice.unwritten")));
    }

    void editStay() {
        Booking shown = booking.get();
        if (shown != null && shown.ofNights()) {
            stayEdit.begin(shown);
        }
    }

    void payByCard() {
        Booking shown = booking.get();
        if (shown != null) {
            settlement.payByCard(shown);
        }
    }

    void payInCash() {
        Booking shown = booking.get();
        if (shown != null) {
            settlement.payInCash(shown);
        }
    }

    /// Asks what cancelling gives back; nothing is cancelled yet.
    void quoteCancellation() {
        Booking shown = booking.get();
        if (shown != null) {
            cancelling.quote(shown);
        }
    }

    private void tellCancelled(String told) {
        reload();
        notice.set(told);
    }

    ObservableValue<String> stateText() {
        return state.map(found -> switch (found) {
            case SYNCED -> messages.text("booking.sync.synced");
            case PENDING -> messages.text("booking.sync.pending");
            case ATTENTION -> messages.text("booking.sync.attention");
        });
    }

    public BookingFacts facts() {
        return facts;
    }

    BookingText text() {
        return text;
    }

    public ReadOnlyObjectProperty<@Nullable Booking> bookingProperty() {
        return booking.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty owingProperty() {
        return owing.getReadOnlyProperty();
    }

    StringProperty notesProperty() {
        return notes;
    }

    ReadOnlyBooleanProperty guestOpenProperty() {
        return guestOpen.getReadOnlyProperty();
    }

    ObservableList<UnitChoice> freeUnits() {
        return freeUnits;
    }

    ObjectProperty<@Nullable UnitChoice> unitProperty() {
        return unit;
    }

    GuestForm guestForm() {
        return guestForm;
    }

    StayEdit stayEdit() {
        return stayEdit;
    }

    Cancelling cancelling() {
        return cancelling;
    }

    Dossier dossier() {
        return dossier;
    }

    Settlement settlement() {
        return settlement;
    }
}
