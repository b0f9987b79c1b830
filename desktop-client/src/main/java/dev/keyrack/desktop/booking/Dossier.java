package dev.keyrack.desktop.booking;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.fx.UiTasks;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What only the server knows of a booking: its payments and its history.
final class Dossier {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final BookingText text;
    private final ReadOnlyStringWrapper payments = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper history = new ReadOnlyStringWrapper("");
    private @Nullable BookingId shown;

    Dossier(ClientRuntime runtime, UiTasks tasks, BookingText text) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.text = text;
    }

    void load(Booking booking, ZoneId zone) {
        BookingId id = booking.bookingId();
        if (!id.equals(shown)) {
            payments.set("");
            history.set("");
        }
        shown = id;
        load(id, payments, () -> runtime.api().bookings().listPayments(id), found -> text.payments(found, zone));
        load(
                id,
                history,
                () -> runtime.api().bookings().listHistory(id),
                new HistoryText(text.messages(), zone)::lines);
    }

    private <T> void load(
            BookingId id, ReadOnlyStringWrapper target, Callable<ApiOutcome<T>> question, Function<T, String> words) {
        String unknown = text.messages().text("booking.pane.unknown");
        tasks.run(question)
                .onDone(outcome -> {
                    if (id.equals(shown)) {
                        target.set(outcome instanceof ApiOutcome.Answered<T>(T found) ? words.apply(found) : unknown);
                    }
                })
                .onFailed(failure -> target.set(unknown));
    }

    ReadOnlyStringProperty paymentsProperty() {
        return payments.getReadOnlyProperty();
    }

    ReadOnlyStringProperty historyProperty() {
        return history.getReadOnlyProperty();
    }
}
