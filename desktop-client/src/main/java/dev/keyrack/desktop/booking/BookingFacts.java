package dev.keyrack.desktop.booking;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What a screen says of the booking in view, and which steps it allows.
public final class BookingFacts {

    private final ReadOnlyObjectProperty<@Nullable Booking> booking;
    private final BookingText text;
    private final Function<Booking, String> stay;
    private final Predicate<Booking> due;

    /// @param stay when it is, in words
    /// @param due says whether the day of arrival has come
    BookingFacts(
            ReadOnlyObjectProperty<@Nullable Booking> booking,
            BookingText text,
            Function<Booking, String> stay,
            Predicate<Booking> due) {
        this.booking = booking;
        this.text = text;
        this.stay = stay;
        this.due = due;
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
        return words(stay);
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
        return words(shown -> text.payment(shown.paymentStatus()));
    }

    ObservableValue<String> balance() {
        return words(text::balance);
    }

    ObservableValue<String> code() {
        return words(Booking::confirmationCode);
    }

    private ObservableValue<Boolean> stands(BookingStatus... wanted) {
        Set<BookingStatus> accepted = Set.of(wanted);
        return is(shown -> accepted.contains(shown.status()));
    }

    private ObservableValue<Boolean> is(Predicate<Booking> truth) {
        return booking.map(truth::test).orElse(false);
    }

    /// From the day of arrival on.
    ObservableValue<Boolean> checkInAllowed() {
        return is(shown -> shown.status() == BookingStatus.CONFIRMED && due.test(shown));
    }

    /// Whether the guest comes on a later day, so that what can be done next is to change the stay.
    ObservableValue<Boolean> changeNext() {
        return is(shown -> shown.status() == BookingStatus.CONFIRMED && !due.test(shown) && shown.ofNights());
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

    /// A change that is not what comes next.
    ObservableValue<Boolean> changeAllowed() {
        return is(shown -> switch (shown.status()) {
            case REQUESTED, CHECKED_IN -> true;
            case CONFIRMED -> due.test(shown);
            case CANCELLED, COMPLETED, DECLINED, NO_SHOW, UNKNOWN -> false;
        });
    }

    ObservableValue<Boolean> cancelAllowed() {
        return stands(BookingStatus.REQUESTED, BookingStatus.CONFIRMED);
    }

    ObservableValue<Boolean> payAllowed() {
        Set<BookingStatus> payable = Set.of(BookingStatus.CONFIRMED, BookingStatus.CHECKED_IN, BookingStatus.COMPLETED);
        return is(shown -> BookingText.due(shown).signum() > 0 && payable.contains(shown.status()));
    }
}
