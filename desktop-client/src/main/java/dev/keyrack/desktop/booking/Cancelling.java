package dev.keyrack.desktop.booking;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.CancelBooking;
import dev.keyrack.contract.booking.Cancellation;
import dev.keyrack.contract.booking.CancellationQuote;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.desktop.sale.SaleWords;
import dev.keyrack.fx.UiTasks;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Gives a promise back, after what goes back to the guest was shown.
final class Cancelling {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final SaleWords words;
    private final Consumer<String> told;
    private final ReadOnlyObjectWrapper<@Nullable Quoted> quoted = new ReadOnlyObjectWrapper<>();

    /// A booking as it was when its refund was asked for.
    private record Quoted(Booking booking, CancellationQuote quote) {}

    /// @param told is given what came of it, in words
    Cancelling(ClientRuntime runtime, UiTasks tasks, SaleWords words, Consumer<String> told) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.words = words;
        this.told = told;
    }

    /// Nothing is cancelled yet.
    void quote(Booking booking) {
        quoted.set(null);
        tasks.run(() -> runtime.api().bookings().quoteCancellation(booking.bookingId()))
                .onDone(outcome -> {
                    switch (outcome) {
                        case ApiOutcome.Answered<CancellationQuote>(CancellationQuote quote) ->
                            quoted.set(new Quoted(booking, quote));
                        case ApiOutcome.Refused<CancellationQuote>(Problem problem) ->
                            told.accept(words.refusal(problem.type()));
                        case ApiOutcome.Unanswered<CancellationQuote> _ ->
                            told.accept(words.messages().text("booking.notice.offline"));
                    }
                })
                .onFailed(failure -> told.accept(words.messages().text("booking.notice.other")));
    }

    /// What is to be answered; empty if nothing is.
    ObservableValue<String> question() {
        return quoted.map(each -> text(each.quote())).orElse("");
    }

    private String text(CancellationQuote quote) {
        return words.messages()
                .text(
                        "booking.cancel.text",
                        words.amount(quote.refundAmount(), quote.currency()),
                        words.amount(quote.keptAmount(), quote.currency()));
    }

    /// Cancels what was quoted, unless it has changed since.
    void confirm() {
        Quoted agreed = quoted.get();
        quoted.set(null);
        if (agreed == null) {
            return;
        }
        tasks.run(() -> runtime.api().bookings().cancel(agreed.booking(), new CancelBooking(null, null)))
                .onDone(outcome -> told.accept(
                        switch (outcome) {
                            case ApiOutcome.Answered<Cancellation>(Cancellation done) ->
                                words.messages()
                                        .text(
                                                "booking.notice.cancelled",
                                                words.amount(
                                                        done.refundAmount(),
                                                        agreed.booking().currency()));
                            case ApiOutcome.Refused<Cancellation>(Problem problem) -> words.refusal(problem.type());
                            case ApiOutcome.Unanswered<Cancellation> _ ->
                                words.messages().text("booking.notice.silence");
                        }))
                .onFailed(failure -> told.accept(words.messages().text("booking.notice.silence")));
    }

    void keep() {
        quoted.set(null);
    }
}
