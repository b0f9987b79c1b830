package dev.keyrack.desktop.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookingViewModelTest {

    private final Booking arrival = Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED);
    private final Booking inHouse = Samples.booking("bkg_b", 0, "unt_2", BookingStatus.CHECKED_IN);

    private final Booking tomorrow = Samples.booking("bkg_c", 1, null, BookingStatus.CONFIRMED);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private BookingViewModel model;

    @BeforeEach
    void open() {
        Samples.fill(folder, List.of(arrival, inHouse, tomorrow));
        runtime = Samples.cutOff(folder);
        model = new BookingViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, Samples.CLOCK);
        model.open(Samples.SITE);
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    private BookingStatus status() {
        return Objects.requireNonNull(model.bookingProperty().get()).status();
    }

    @Test
    void tellsTheStayInWords() {
        BookingText text = model.text();
        assertThat(text.guest(arrival)).isEqualTo("Ana Guest bkg_a");
        assertThat(text.balance(arrival)).isEqualTo("€1,360.50 to be paid");
        assertThat(text.balance(arrival.withStatus(BookingStatus.CANCELLED))).isEqualTo("Nothing owed");
        assertThat(text.payment(arrival.paymentStatus())).isEqualTo("To be paid");
        model.show(arrival);
        assertThat(model.facts().stay().getValue()).isEqualTo("Mon, Jun 14 – Thu, Jun 17 · 3 nights");
    }

    @Test
    void checksInAndBackWithoutTheServer() {
        model.show(arrival);
        model.checkIn();
        assertThat(status()).isEqualTo(BookingStatus.CHECKED_IN);
        assertThat(model.stateText().getValue()).endsWith("Waiting to be sent");
        model.undoCheckIn();
        assertThat(status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void checksNobodyInBeforeTheDayOfArrival() {
        model.show(tomorrow);
        assertThat(model.facts().checkInAllowed().getValue()).isFalse();
        assertThat(model.facts().changeNext().getValue()).isTrue();
        model.checkIn();
        model.markNoShow();
        assertThat(status()).isEqualTo(BookingStatus.CONFIRMED);
        model.show(arrival);
        assertThat(model.facts().checkInAllowed().getValue()).isTrue();
        assertThat(model.facts().changeNext().getValue()).isFalse();
    }

    @Test
    void asksForWhatIsOwedBeforeAGuestLeaves() {
        model.show(inHouse);
        model.checkOut();
        assertThat(status()).isEqualTo(BookingStatus.CHECKED_IN);
        assertThat(model.noticeProperty().get()).startsWith("€1,360.50 is still to be paid");
        model.checkOut();
        assertThat(status()).isEqualTo(BookingStatus.COMPLETED);
        model.undoCheckOut();
        assertThat(status()).isEqualTo(BookingStatus.CHECKED_IN);
    }

    @Test
    void marksWhoDidNotComeAndTakesItBack() {
        model.show(arrival);
        model.markNoShow();
        assertThat(status()).isEqualTo(BookingStatus.NO_SHOW);
        model.undoNoShow();
        assertThat(status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void offersOnlyRoomsThatNobodyHas() {
        model.show(arrival);
        assertThat(model.freeUnits()).extracting(each -> each.name()).containsExactly("101");
    }

    @Test
    void keepsNotesAndGuestDetails() {
        model.show(arrival);
        model.notesProperty().set("Late");
        model.saveNotes();
        model.editGuest();
        model.guestForm().lastNameProperty().set("Reis");
        model.saveGuest();
        Booking shown = Objects.requireNonNull(model.bookingProperty().get());
        assertThat(shown.notes()).isEqualTo("Late");
        assertThat(shown.userDetails().lastName()).isEqualTo("Reis");
    }

    @Test
    void saysThatMoneyAndDatesNeedTheServer() {
        model.show(arrival);
        model.quoteCancellation();
        assertThat(model.noticeProperty().get()).startsWith("The server does not answer");
        model.editStay();
        model.stayEdit().toProperty().set(Samples.DAY.plusDays(5));
        assertThat(model.stayEdit().noticeProperty().get()).isEqualTo("The server does not answer.");
        assertThat(model.stayEdit().quotedProperty().get()).isFalse();
        model.payInCash();
        assertThat(model.settlement().noticeProperty().get()).startsWith("The server is silent");
    }
}
