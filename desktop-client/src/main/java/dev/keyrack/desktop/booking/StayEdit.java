package dev.keyrack.desktop.booking;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.booking.ChangeQuote;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.desktop.sale.SaleWords;
import dev.keyrack.fx.UiTasks;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Other dates or another number of guests for a booking: what that costs is shown before it is done.
final class StayEdit {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final SaleWords words;
    private final Consumer<Booking> changed;
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> guests = new SimpleObjectProperty<>(1);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper quoted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private @Nullable Booking booking;
    private int turn;

    /// @param changed is given the booking as it is after a change
    StayEdit(ClientRuntime runtime, UiTasks tasks, SaleWords words, Consumer<Booking> changed) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.words = words;
        this.changed = changed;
        from.subscribe(this::quote);
        to.subscribe(this::quote);
        guests.subscribe(this::quote);
    }

    void begin(Booking edited) {
        booking = null;
        from.set(LocalDate.parse(edited.startDate()));
        to.set(LocalDate.parse(edited.endDate()));
        guests.set(edited.guests());
        notice.set(words.messages().text("booking.change.begin"));
        quoted.set(false);
        booking = edited;
        open.set(true);
    }

    void close() {
        turn++;
        open.set(false);
        booking = null;
    }

    private ChangeBooking wanted() {
        return ChangeBooking.NOTHING
                .onDates(String.valueOf(from.get()), String.valueOf(to.get()))
                .forPeople(guests.get());
    }

    private void quote() {
        Booking edited = booking;
        LocalDate first = from.get();
        LocalDate last = to.get();
        if (edited == null) {
            return;
        }
        quoted.set(false);
        int mine = ++turn;
        if (first == null || last == null || !last.isAfter(first)) {
            notice.set(words.messages().text("sale.fault.dates"));
            return;
        }
        ChangeBooking change = wanted();
        tasks.run(() -> runtime.api().bookings().quoteChange(edited.bookingId(), change))
                .onDone(outcome -> {
                    if (mine == turn) {
                        tell(edited, outcome);
                    }
                })
                .onFailed(failure -> notice.set(words.silence()));
    }

    private void tell(Booking edited, ApiOutcome<ChangeQuote> outcome) {
        switch (outcome) {
            case ApiOutcome.Answered<ChangeQuote>(ChangeQuote quote) -> {
                BookingText text = new BookingText(words.messages());
                notice.set(words.messages()
                        .text(
                                "booking.change.quote",
                                text.amount(edited, edited.totalPrice()),
                                text.amount(edited, quote.totalPrice()),
                                text.difference(edited, quote.difference())));
                quoted.set(true);
            }
            case ApiOutcome.Refused<ChangeQuote>(Problem problem) -> notice.set(words.refusal(problem.type()));
            case ApiOutcome.Unanswered<ChangeQuote> _ -> notice.set(words.silence());
        }
    }

    /// Does what was quoted.
    void confirm() {
        Booking edited = booking;
        if (edited == null || !quoted.get()) {
            return;
        }
        quoted.set(false);
        ChangeBooking change = wanted();
        tasks.run(() -> runtime.api().bookings().change(edited, change))
                .onDone(outcome -> {
                    switch (outcome) {
                        case ApiOutcome.Answered<Booking>(Booking done) -> {
                            close();
                            changed.accept(done);
                        }
                        case ApiOutcome.Refused<Booking>(Problem problem) -> notice.set(words.refusal(problem.type()));
                        case ApiOutcome.Unanswered<Booking> _ ->
                            notice.set(words.messages().text("booking.notice.silence"));
                    }
                })
                .onFailed(failure -> notice.set(words.messages().text("booking.notice.silence")));
    }

    ObjectProperty<@Nullable LocalDate> fromProperty() {
        return from;
    }

    ObjectProperty<@Nullable LocalDate> toProperty() {
        return to;
    }

    ObjectProperty<Integer> guestsProperty() {
        return guests;
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// Whether the price in view is that of the change.
    ReadOnlyBooleanProperty quotedProperty() {
        return quoted.getReadOnlyProperty();
    }

    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
