package dev.keyrack.desktop.change;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.sync.Mutation;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.booking.ChangeQuote;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.stay.SwapUnits;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One change of a stay at a time: priced, confirmed, sent, and taken back. What costs nothing and can be taken back is
/// not asked about.
public final class ChangeViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final Amounts amounts;
    private final Dates dates;
    private final ReadOnlyObjectWrapper<@Nullable StayChange> proposal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ChangeQuote> quote = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ObservableList<StayChange> undoable = FXCollections.observableArrayList();
    // held here, because nothing else keeps what is computed from several values
    private final BooleanBinding confirmAllowed =
            Bindings.createBooleanBinding(this::isConfirmAllowed, proposal, quote, refusal, working);
    private final BooleanBinding undoAllowed = Bindings.isNotEmpty(undoable);
    private @Nullable SiteCopy copy;
    private @Nullable Undoing undoing;
    private boolean sending;

    /// A change that takes another one back.
    ///
    /// @param entry what stands in the list of what can be taken back
    private record Undoing(StayChange entry, StayChange wanted) {}

    public ChangeViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.amounts = new Amounts(messages.locale());
        this.dates = new Dates(messages.locale());
    }

    /// Changes stays of this site from now on.
    public void open(SiteCopy opened) {
        copy = opened;
        undoable.clear();
        dismiss();
        notice.set("");
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {
        dismiss();
    }

    /// What is before the person now; null if nothing is.
    public ReadOnlyObjectProperty<@Nullable StayChange> proposalProperty() {
        return proposal.getReadOnlyProperty();
    }

    /// What the last step came to; empty if there is nothing to say.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Why the proposal cannot be; empty as long as it can.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    public ObservableValue<Boolean> undoAllowed() {
        return undoAllowed;
    }

    public ObservableValue<Boolean> open() {
        return proposal.map(_ -> true).orElse(false);
    }

    public ObservableValue<Boolean> priced() {
        return quote.map(_ -> true).orElse(false);
    }

    public ObservableValue<Boolean> confirmAllowed() {
        return confirmAllowed;
    }

    private boolean isConfirmAllowed() {
        StayChange wanted = proposal.get();
        return wanted != null
                && !working.get()
                && refusal.get().isEmpty()
                && (quote.get() != null || wanted instanceof StayChange.Swap);
    }

    public ObservableValue<String> guest() {
        return text(wanted -> messages.text(
                "change.card.guest",
                wanted.booking().userDetails().firstName(),
                wanted.booking().userDetails().lastName()));
    }

    /// The stay as it would be.
    public ObservableValue<String> stay() {
        return text(wanted -> switch (wanted) {
            case StayChange.Move move -> Objects.requireNonNullElse(move.unitName(), "");
            case StayChange.Swap swap ->
                messages.text(
                        "change.card.swap",
                        UndoRule.placeOf(swap.booking()),
                        UndoRule.placeOf(swap.other()),
                        swap.other().userDetails().lastName());
            case StayChange.Rebook rebook -> datesOf(rebook);
        });
    }

    private String datesOf(StayChange.Rebook rebook) {
        ChangeBooking wanted = rebook.wanted();
        LocalDate from = LocalDate.parse(
                Objects.requireNonNullElse(wanted.startDate(), rebook.booking().startDate()));
        LocalDate to = LocalDate.parse(
                Objects.requireNonNullElse(wanted.endDate(), rebook.booking().endDate()));
        String nights = messages.text("change.card.nights", dates.range(from, to), to.toEpochDay() - from.toEpochDay());
        return rebook.place().isEmpty() ? nights : messages.text("change.card.place", nights, rebook.place());
    }

    public ObservableValue<String> oldPrice() {
        return text(wanted ->
                amounts.format(wanted.booking().totalPrice(), wanted.booking().currency()));
    }

    public ObservableValue<String> newPrice() {
        return quote.map(asked -> amounts.format(asked.totalPrice(), asked.currency()))
                .orElse("");
    }

    public ObservableValue<String> difference() {
        return quote.map(asked -> amounts.formatDifference(asked.difference(), asked.currency()))
                .orElse("");
    }

    /// Who owes what to whom after it.
    public ObservableValue<String> meaning() {
        return quote.map(asked -> switch (asked.difference().signum()) {
                    case 1 -> messages.text("change.card.more");
                    case -1 -> messages.text("change.card.less");
                    default -> messages.text("change.card.same");
                })
                .orElse("");
    }

    private ObservableValue<String> text(Function<StayChange, String> words) {
        return Bindings.createStringBinding(
                () -> {
                    StayChange wanted = proposal.get();
                    return wanted == null ? "" : words.apply(wanted);
                },
                proposal);
    }

    /// Says something about a step that came to nothing.
    public void say(String text) {
        notice.set(text);
    }

    /// Puts a change before the person with its price, or makes it at once where there is nothing to ask.
    public void propose(StayChange wanted) {
        if (sending) {
            return;
        }
        notice.set("");
        if (wanted instanceof StayChange.Move move) {
            record(move);
            return;
        }
        put(wanted);
        if (wanted instanceof StayChange.Rebook rebook) {
            working.set(true);
            tasks.run(() -> runtime.api()
                            .bookings()
                            .quoteChange(rebook.booking().bookingId(), rebook.wanted()))
                    .onDone(outcome -> priced(rebook, outcome))
                    .onFailed(_ -> refuse(messages.text("change.refusal.other")));
        }
    }

    private void put(StayChange wanted) {
        quote.set(null);
        refusal.set("");
        proposal.set(wanted);
    }

    private void priced(StayChange.Rebook wanted, ApiOutcome<ChangeQuote> outcome) {
        if (wanted.equals(proposal.get())) {
            working.set(false);
            switch (outcome) {
                case ApiOutcome.Answered<ChangeQuote>(ChangeQuote asked) -> {
                    quote.set(asked);
                    if (isUndoing(wanted) && asked.difference().signum() == 0) {
                        confirm();
                    }
                }
                case ApiOutcome.Refused<ChangeQuote>(Problem problem) -> refuse(refusalOf(problem));
                case ApiOutcome.Unanswered<ChangeQuote> _ -> refuse(messages.text("change.refusal.offline"));
            }
        }
    }

    private void refuse(String reason) {
        sending = false;
        working.set(false);
        quote.set(null);
        refusal.set(reason);
    }

    /// Leaves everything as it is.
    public void dismiss() {
        proposal.set(null);
        quote.set(null);
        refusal.set("");
        working.set(false);
        sending = false;
        undoing = null;
    }

    /// Sends what is before the person.
    public void confirm() {
        StayChange wanted = proposal.get();
        if (wanted == null || !isConfirmAllowed()) {
            return;
        }
        sending = true;
        working.set(true);
        tasks.run(() -> send(wanted))
                .onDone(outcome -> sent(wanted, outcome))
                .onFailed(_ -> refuse(messages.text("change.refusal.other")));
    }

    private ApiOutcome<Booking> send(StayChange wanted) {
        return switch (wanted) {
            case StayChange.Rebook rebook -> runtime.api().bookings().change(rebook.booking(), rebook.wanted());
            case StayChange.Swap swap ->
                runtime.api()
                        .stays()
                        .swap(
                                swap.booking().bookingId(),
                                new SwapUnits(swap.other().bookingId()),
                                UUID.randomUUID().toString());
            case StayChange.Move _ -> throw new IllegalArgumentException("a move is recorded, not sent");
        };
    }

    private void sent(StayChange wanted, ApiOutcome<Booking> outcome) {
        switch (outcome) {
            case ApiOutcome.Answered<Booking>(Booking now) -> {
                done(wanted, now);
                dismiss();
            }
            case ApiOutcome.Refused<Booking>(Problem problem) -> refuse(refusalOf(problem));
            case ApiOutcome.Unanswered<Booking> _ -> refuse(messages.text("change.refusal.silence"));
        }
    }

    private void done(StayChange wanted, Booking now) {
        if (wanted instanceof StayChange.Rebook && UndoRule.isSameStay(wanted.booking(), now)) {
            notice.set(messages.text("change.notice.paying", now.userDetails().lastName()));
            return;
        }
        if (isUndoing(wanted)) {
            undoable.remove(Objects.requireNonNull(undoing).entry());
            undoing = null;
        } else {
            undoable.add(UndoRule.back(wanted, now));
        }
        String guest = now.userDetails().lastName();
        notice.set(
                switch (wanted) {
                    case StayChange.Move(var _, var _, String unit)
                    when unit == null -> messages.text("change.notice.unassigned", guest);
                    case StayChange.Move(var _, var _, String unit) ->
                        messages.text("change.notice.moved", guest, unit);
                    case StayChange.Swap swap ->
                        messages.text(
                                "change.notice.swapped",
                                guest,
                                swap.other().userDetails().lastName());
                    case StayChange.Rebook rebook -> messages.text("change.notice.changed", guest, datesOf(rebook));
                });
    }

    private void record(StayChange.Move move) {
        SiteCopy opened = copy;
        if (opened == null) {
            return;
        }
        Booking seen = move.booking();
        var mutation = new Mutation.MoveUnit(seen.bookingId(), seen.unitId(), move.unit(), move.unitName());
        tasks.run(() -> {
                    opened.record(mutation);
                    return seen.inUnit(move.unit(), move.unitName());
                })
                .onDone(now -> done(move, now))
                .onFailed(_ -> notice.set(messages.text("change.notice.disk")));
    }

    private boolean isUndoing(StayChange wanted) {
        return undoing != null && undoing.wanted().equals(wanted);
    }

    /// Takes the last change back; what costs or gives back money is asked about like any other.
    public void undo() {
        SiteCopy opened = copy;
        if (undoable.isEmpty() || sending || opened == null) {
            return;
        }
        StayChange entry = undoable.getLast();
        dismiss();
        tasks.run(() -> opened.find(entry.booking().bookingId())
                        .map(SiteCopy.Known::booking)
                        .orElse(entry.booking()))
                .onDone(present -> undo(entry, present))
                .onFailed(_ -> notice.set(messages.text("change.notice.disk")));
    }

    private void undo(StayChange entry, Booking present) {
        boolean newer = present.revision().number() > entry.booking().revision().number();
        if (newer && !UndoRule.isSameStay(present, entry.booking())) {
            undoable.remove(entry);
            notice.set(messages.text(
                    "change.notice.overtaken", present.userDetails().lastName()));
            return;
        }
        Booking seen = newer ? present : entry.booking();
        StayChange wanted = switch (entry) {
            case StayChange.Move move -> new StayChange.Move(seen, move.unit(), move.unitName());
            case StayChange.Swap swap -> new StayChange.Swap(seen, swap.other());
            case StayChange.Rebook rebook -> new StayChange.Rebook(seen, rebook.wanted(), rebook.place());
        };
        undoing = new Undoing(entry, wanted);
        propose(wanted);
        if (wanted instanceof StayChange.Swap) {
            confirm();
        }
    }

    private String refusalOf(Problem problem) {
        return switch (problem.type()) {
            case SOLD_OUT -> messages.text("change.refusal.soldout");
            case UNIT_TAKEN -> messages.text("change.refusal.taken");
            case STALE_REVISION, CHANGED_MEANWHILE -> messages.text("change.refusal.stale");
            case CLOSED -> messages.text("change.refusal.closed");
            case MINIMUM_STAY -> messages.text("change.refusal.minimum");
            case MAXIMUM_STAY -> messages.text("change.refusal.maximum");
            case CLOSED_TO_ARRIVAL -> messages.text("change.refusal.arrival");
            case CLOSED_TO_DEPARTURE -> messages.text("change.refusal.departure");
            case PAST_DATE -> messages.text("change.refusal.past");
            case LEAD_TIME, BOOKING_WINDOW -> messages.text("change.refusal.window");
            case TOO_MANY_GUESTS -> messages.text("change.refusal.guests");
            case PAYMENT_DECLINED -> messages.text("change.refusal.declined");
            case WRONG_STATUS -> messages.text("change.refusal.status");
            case FORBIDDEN -> messages.text("change.refusal.forbidden");
            default -> messages.text("change.refusal.other");
        };
    }
}
