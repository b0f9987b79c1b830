package dev.keyrack.desktop.booking;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What a screen says of the booking in view, and which steps it allows.
public final class BookingFacts {

    private final ReadOnlyObjectProperty<@Nullable Booking> booking;
    private final BookingText text;

    BookingFacts(ReadOnlyObjectProperty<@Nullable Booking> booking, BookingText text) {
        this.booking = booking;
        this.text = text;
    }

    private ObservableValue<String> words(Function<Booking, String> said) {
        return booking.map(said).orElse("");
    }

    ObservableValue<String> guest() {
        return words(text::guest);
    }

    ObservableValue<String> reach() {
        return words(text::reach);
    }

    ObservableValue<String> status() {
        return words(text::status);
    }

    ObservableValue<String> stay() {
        return words(text::stay);
    }

    ObservableValue<String> place() {
        return words(text::place);
    }

    ObservableValue<String> guests() {
        return words(shown -> text.messages().text("booking.pane.guests", shown.guests()));
    }

    ObservableValue<String> lines() {
        return words(text::lines);
    }

    ObservableValue<String> price() {
        return words(shown -> text.amount(shown, shown.totalPrice()));
    }

    ObservableValue<String> payment() {
        return words(text::payment);
    }

    ObservableValue<String> balance() {
        return words(text::balance);
    }

    ObservableValue<String> code() {
        return words(Booking::confirmationCode);
    }

    private ObservableValue<Boolean> stands(BookingStatus... wanted) {
        Set<BookingStatus> accepted = Set.of(wanted);
        return Bindings.createBooleanBinding(
                () -> {
                    Booking shown = booking.get();
                    return shown != null && accepted.contains(shown.status());
                },
                booking);
    }

    ObservableValue<Boolean> checkInAllowed() {
        return stands(BookingStatus.CONFIRMED);
    }

    ObservableValue<Boolean> checkOutAllowed() {
        return stands(BookingStatus.CHECKED_IN);
    }

    ObservableValue<Boolean> undoCheckOutAllowed() {
        return stands(BookingStatus.COMPLETED);
    }

    ObservableValue<Boolean> undoNoShowAllowed() {
        return stands(BookingStatus.NO_SHOW);
    }

    ObservableValue<Boolean> changeAllowed() {
        return stands(BookingStatus.REQUESTED, BookingStatus.CONFIRMED, BookingStatus.CHECKED_IN);
    }

    ObservableValue<Boolean> cancelAllowed() {
        return stands(BookingStatus.REQUESTED, BookingStatus.CONFIRMED);
    }

    ObservableValue<Boolean> payAllowed() {
        return Bindings.createBooleanBinding(
                () -> {
                    Booking shown = booking.get();
                    return shown != null
                            && BookingText.due(shown).signum() > 0
                            && Set.of(BookingStatus.CONFIRMED, BookingStatus.CHECKED_IN, BookingStatus.COMPLETED)
                                    .contains(shown.status());
                },
                booking);
    }
}
