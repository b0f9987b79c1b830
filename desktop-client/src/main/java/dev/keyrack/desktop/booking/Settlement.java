package dev.keyrack.desktop.booking;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.sale.Sale;
import dev.keyrack.client.sale.SaleOutcome;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.CreateBooking;
import dev.keyrack.contract.booking.PayBooking;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.desktop.sale.SaleWords;
import dev.keyrack.fx.UiTasks;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Takes what a booking still owes, by terminal or in cash, and says what happened to the money.
final class Settlement {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final SaleWords words;
    private final Runnable changed;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Sale> asking = new ReadOnlyObjectWrapper<>();
    private @Nullable Cash unheard;

    /// Cash whose taking the server was told of.
    private record Cash(Booking booking, PayBooking paid, String key) {}

    /// @param changed is called after money moved
    Settlement(ClientRuntime runtime, UiTasks tasks, SaleWords words, Runnable changed) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.words = words;
        this.changed = changed;
    }

    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /// Whether a card is being asked for, so that it can be stopped.
    ObservableValue<Boolean> stopAllowed() {
        return asking.map(_ -> true).orElse(false);
    }

    /// Stops asking for a card; the outcome says what happened to the money.
    void stop() {
        Sale asked = asking.get();
        if (asked != null) {
            tasks.run(() -> {
                        runtime.sales().abort(asked);
                        return asked;
                    })
                    .onDone(_ -> {})
                    .onFailed(_ -> notice.set(words.open(Sale.State.PAYING)));
        }
    }

    void clear() {
        notice.set("");
    }

    void payByCard(Booking booking) {
        if (working.get() || BookingText.due(booking).signum() == 0) {
            return;
        }
        working.set(true);
        notice.set(words.messages().text("booking.settle.terminal"));
        Sale sale = Sale.settling(booking.bookingId(), BookingText.due(booking), booking.currency());
        asking.set(sale);
        tasks.run(() -> runtime.sales().sell(sale)).onDone(this::tell).onFailed(failure -> {
            asking.set(null);
            working.set(false);
            notice.set(words.open(Sale.State.PAYING));
        });
    }

    /// The same cash is told of under the same name until the server has answered.
    void payInCash(Booking booking) {
        if (working.get() || BookingText.due(booking).signum() == 0) {
            return;
        }
        working.set(true);
        Cash asked = unheard;
        Cash cash = asked != null && asked.booking().bookingId().equals(booking.bookingId())
                ? asked
                : new Cash(
                        booking,
                        new PayBooking(CreateBooking.PaymentMethod.CASH, BookingText.due(booking), null),
                        UUID.randomUUID().toString());
        unheard = cash;
        tasks.run(() -> runtime.api().bookings().pay(cash.booking().bookingId(), cash.paid(), cash.key()))
                .onDone(this::tellCash)
                .onFailed(failure -> {
                    working.set(false);
                    notice.set(words.messages().text("booking.settle.unheard"));
                });
    }

    private void tellCash(ApiOutcome<Payment> outcome) {
        working.set(false);
        switch (outcome) {
            case ApiOutcome.Answered<Payment>(Payment taken) -> {
                unheard = null;
                notice.set(words.amount(taken.amount(), taken.currency()) + " " + words.taken(null));
                changed.run();
            }
            case ApiOutcome.Refused<Payment>(Problem problem) -> {
                unheard = null;
                notice.set(words.refusal(problem.type()));
                changed.run();
            }
            case ApiOutcome.Unanswered<Payment> _ -> notice.set(words.messages().text("booking.settle.unheard"));
        }
    }

    private void tell(SaleOutcome outcome) {
        asking.set(null);
        working.set(false);
        notice.set(
                switch (outcome) {
                    case SaleOutcome.Settled(Payment payment, String card) ->
                        words.amount(payment.amount(), payment.currency()) + " " + words.taken(card);
                    case SaleOutcome.NotPaid(SaleOutcome.NotPaid.Reason reason) -> words.notPaid(reason);
                    case SaleOutcome.Refused(Problem problem, SaleOutcome.Money money) ->
                        words.refusal(problem.type()) + " " + words.money(money);
                    case SaleOutcome.Open(Sale.State state) -> words.open(state);
                    case SaleOutcome.Sold _ -> throw new IllegalStateException("a payment sells nothing");
                });
        changed.run();
    }
}
