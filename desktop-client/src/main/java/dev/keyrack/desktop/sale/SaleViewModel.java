package dev.keyrack.desktop.sale;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.sale.Sale;
import dev.keyrack.client.sale.SaleOutcome;
import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.CreateBooking;
import dev.keyrack.contract.booking.CreateBooking.PaymentMethod;
import dev.keyrack.contract.booking.CreatedBooking;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.desktop.party.GuestForm;
import dev.keyrack.desktop.party.GuestSearch;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ObservedConnection;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Sells a stay, an appointment or tickets: what, to whom, and how it is paid. What was typed stays until somebody
/// begins anew.
public final class SaleViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Clock clock;
    private final Ways ways;
    private final SaleWords words;
    private final ObservedConnection connection;
    private final StayChoice stay;
    private final GuestForm guest;
    private final GuestSearch search;
    private final StringProperty notes = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper moneyNotice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Sale> sale = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SaleResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper receiptNotice = new ReadOnlyStringWrapper("");
    private @Nullable Site site;

    /// Where one goes from here.
    ///
    /// @param left is called when somebody leaves
    /// @param shown is given a booking that was sold, to be looked at
    public record Ways(Runnable left, Consumer<Booking> shown, Receipts receipts) {}

    public SaleViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Clock clock, Ways ways) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.clock = clock;
        this.ways = ways;
        words = new SaleWords(messages);
        connection = new ObservedConnection(runtime, tasks);
        stay = new StayChoice(runtime, tasks, words, clock);
        guest = new GuestForm(messages);
        search = new GuestSearch(tasks, messages, guest);
        connection.connectionProperty().subscribe((_, now) -> stay.goOn(now));
    }

    @Override
    public void onShow() {
        connection.close();
        connection.open();
    }

    @Override
    public void onHide() {
        connection.close();
        stay.release();
    }

    /// Sells at this site from now on.
    public void open(Site wanted) {
        site = wanted;
    }

    /// Begins a sale with what is known of it.
    public void begin(Start start) {
        Site chosen = site;
        if (chosen == null || working.get()) {
            return;
        }
        guest.clear();
        notes.set("");
        moneyNotice.set("");
        receiptNotice.set("");
        sale.set(null);
        result.set(null);
        LocalDate today = LocalDate.now(clock.withZone(chosen.timeZone()));
        tasks.run(() -> OfferSearch.Place.of(runtime.openSite(chosen), start))
                .onDone(place -> {
                    search.in(place.copy());
                    stay.begin(place, start, today);
                })
                .onFailed(failure -> moneyNotice.set(words.messages().text("sale.refusal.copy")));
    }

    /// Whether everything is there but the guest's name, which is asked for beside its field.
    public ObservableValue<Boolean> payAllowed() {
        return Bindings.createBooleanBinding(
                () -> stay.holdProperty().get() != null
                        && !working.get()
                        && result.get() == null
                        && !offline().getValue(),
                stay.holdProperty(),
                working,
                result,
                connection.connectionProperty());
    }

    /// While the server does not answer nothing can be sold here: it could be sold twice.
    public ObservableValue<Boolean> offline() {
        return connection.offline();
    }

    /// By card at the terminal.
    public void payByCard() {
        pay(PaymentMethod.CREDIT_CARD);
    }

    public void payInCash() {
        pay(PaymentMethod.CASH);
    }

    /// When the guest comes: a booking by telephone.
    public void payLater() {
        pay(PaymentMethod.PAY_ON_ARRIVAL);
    }

    private void pay(PaymentMethod method) {
        Hold kept = stay.holdProperty().get();
        if (kept == null || !payAllowed().getValue()) {
            return;
        }
        guest.submit().ifPresent(details -> {
            CreateBooking request = request(kept, details, method);
            carryOut(Sale.of(request, kept.totalPrice(), kept.currency()), kept);
        });
    }

    private CreateBooking request(Hold kept, UserDetails details, PaymentMethod method) {
        UnitChoice unit = stay.unitProperty().get();
        return new CreateBooking(
                kept.resourceId(),
                kept.startDate(),
                kept.endDate(),
                kept.quantity(),
                details,
                method,
                null,
                kept.holdId(),
                stay.people(),
                unit == null ? null : unit.id(),
                null,
                notes.get().isBlank() ? null : notes.get().strip());
    }

    private void carryOut(Sale begun, Hold kept) {
        sale.set(begun);
        working.set(true);
        moneyNotice.set("");
        tasks.run(() -> sell(begun, kept)).onDone(this::tell).onFailed(this::tellUnsure);
    }

    private SaleOutcome sell(Sale begun, Hold kept) throws InterruptedException {
        Optional<Problem> ended = isByCard(begun) ? stay.keepForCard(kept) : Optional.empty();
        return ended.isEmpty()
                ? runtime.sales().sell(begun)
                : new SaleOutcome.Refused(ended.get(), SaleOutcome.Money.NEVER_TAKEN);
    }

    /// Asks once more how a sale went that nobody has answered.
    public void askAgain() {
        Sale begun = sale.get();
        if (begun == null || working.get()) {
            return;
        }
        working.set(true);
        tasks.run(() -> isByCard(begun)
                        ? runtime.sales().resume(begun.id()).orElse(new SaleOutcome.Open(begun.state()))
                        : runtime.sales().sell(begun))
                .onDone(this::tell)
                .onFailed(this::tellUnsure);
    }

    /// Stops asking for a card.
    public void stopTerminal() {
        Sale begun = sale.get();
        if (begun != null && working.get()) {
            tasks.run(() -> {
                        runtime.sales().abort(begun);
                        return begun;
                    })
                    .onDone(_ -> {})
                    .onFailed(failure -> moneyNotice.set(words.open(Sale.State.PAYING)));
        }
    }

    private static boolean isByCard(Sale begun) {
        return Objects.requireNonNull(begun.request()).paymentMethod() == PaymentMethod.CREDIT_CARD;
    }

    private void tell(SaleOutcome outcome) {
        working.set(false);
        switch (outcome) {
            case SaleOutcome.Sold(CreatedBooking booking, String card) -> tellSold(booking, card);
            case SaleOutcome.NotPaid(SaleOutcome.NotPaid.Reason reason) -> {
                result.set(null);
                moneyNotice.set(words.notPaid(reason));
            }
            case SaleOutcome.Refused(Problem problem, SaleOutcome.Money money) -> {
                result.set(null);
                tellRefused(problem, money);
            }
            case SaleOutcome.Open(Sale.State state) -> tellOpen(state);
            case SaleOutcome.Settled _ -> throw new IllegalStateException("a sale settles no booking");
        }
    }

    private void tellSold(CreatedBooking booking, @Nullable String card) {
        stay.forgetHold();
        Messages messages = words.messages();
        String days = words.when(booking.startDate(), booking.endDate(), zone());
        PaymentMethod method = Objects.requireNonNull(
                        Objects.requireNonNull(sale.get()).request())
                .paymentMethod();
        String price = words.amount(booking.totalPrice(), booking.currency());
        result.set(new SaleResult(
                booking.status() == BookingStatus.REQUESTED
                        ? messages.text("sale.result.requested")
                        : messages.text("sale.result.sold"),
                messages.text("sale.result.stay", guest.lastNameProperty().get().strip(), days),
                method == PaymentMethod.PAY_ON_ARRIVAL
                        ? messages.text("sale.money.later", price)
                        : price + " " + words.taken(card),
                booking.bookingId(),
                booking.confirmationCode()));
    }

    private void tellRefused(Problem problem, SaleOutcome.Money money) {
        moneyNotice.set(words.money(money));
        stay.forgetHold();
        if (problem.type() == ProblemType.HOLD_EXPIRED || problem.type() == ProblemType.CHANGED_MEANWHILE) {
            stay.search();
        }
        stay.refuse(problem);
    }

    private void tellOpen(Sale.State state) {
        Sale begun = Objects.requireNonNull(sale.get());
        result.set(new SaleResult(
                words.messages().text("sale.result.open"),
                "",
                isByCard(begun) ? words.open(state) : words.messages().text("sale.money.unheard"),
                null,
                ""));
    }

    private void tellUnsure(Exception failure) {
        working.set(false);
        tellOpen(Objects.requireNonNull(sale.get()).state());
    }

    /// Saves the receipt and opens it.
    public void openReceipt() {
        SaleResult sold = result.get();
        BookingId booked = sold == null ? null : sold.booking();
        if (sold == null || booked == null) {
            return;
        }
        tasks.run(() -> ways.receipts().save(booked, sold.code()))
                .onDone(outcome -> {
                    switch (outcome) {
                        case ApiOutcome.Answered<Path>(Path file) -> {
                            receiptNotice.set(words.messages().text("sale.receipt.saved", file));
                            ways.receipts().open(file);
                        }
                        case ApiOutcome.Refused<Path> _ ->
                            receiptNotice.set(words.messages().text("sale.receipt.refused"));
                        case ApiOutcome.Unanswered<Path> _ ->
                            receiptNotice.set(words.messages().text("sale.receipt.silence"));
                    }
                })
                .onFailed(failure -> receiptNotice.set(words.messages().text("sale.receipt.unwritten")));
    }

    /// Looks at the booking that was sold.
    public void showBooking() {
        SaleResult sold = result.get();
        BookingId booked = sold == null ? null : sold.booking();
        if (sold == null || booked == null) {
            return;
        }
        tasks.run(() -> runtime.api().bookings().get(booked))
                .onDone(outcome -> {
                    if (outcome instanceof ApiOutcome.Answered<Booking>(Booking booking)) {
                        ways.left().run();
                        ways.shown().accept(booking);
                    } else {
                        receiptNotice.set(words.silence());
                    }
                })
                .onFailed(failure -> receiptNotice.set(words.silence()));
    }

    /// Goes back, and keeps nothing for anybody; not while money may be moving.
    public void leave() {
        if (!working.get()) {
            stay.release();
            ways.left().run();
        }
    }

    /// Takes what was offered instead.
    void take(SaleWords.Other other) {
        moneyNotice.set("");
        stay.take(other.offered());
    }

    SaleWords words() {
        return words;
    }

    public StayChoice stay() {
        return stay;
    }

    public GuestForm guest() {
        return guest;
    }

    GuestSearch search() {
        return search;
    }

    /// What is free instead, in words.
    List<SaleWords.Other> others() {
        return words.others(stay.alternatives(), zone());
    }

    private ZoneId zone() {
        return Objects.requireNonNull(site).timeZone();
    }

    ObservableValue<SaleWords.@Nullable PriceSheet> price() {
        return stay.holdProperty()
                .map(hold -> words.sheet(
                        hold, Objects.requireNonNull(stay.offerProperty().get()), clock.instant()));
    }

    StringProperty notesProperty() {
        return notes;
    }

    /// What happened to the money at the last attempt; empty if there was none.
    public ReadOnlyStringProperty moneyNoticeProperty() {
        return moneyNotice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Sale> saleProperty() {
        return sale.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable SaleResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyStringProperty receiptNoticeProperty() {
        return receiptNotice.getReadOnlyProperty();
    }
}
