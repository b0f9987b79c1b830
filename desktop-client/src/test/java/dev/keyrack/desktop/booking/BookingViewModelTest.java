package dev.keyrack.desktop.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BookingViewModelTest {

    private final BookingViewModel model =
            new BookingViewModel(Samples.cutOff(Path.of("unused")), UiTasks.onCaller(), Samples.ENGLISH);

    @Test
    void tellsTheStayInWords() {
        model.show(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED));
        assertThat(model.guest().getValue()).isEqualTo("Ana Guest bkg_a");
        assertThat(model.stay().getValue()).isEqualTo("Jun 14, 2027 – Jun 17, 2027, 3 nights");
        assertThat(model.price().getValue()).isEqualTo("1,360.50 EUR");
        assertThat(model.payment().getValue()).isEqualTo("To be paid");
        assertThat(model.guests().getValue()).isEqualTo("2 guests");
    }

    @Test
    void offersTheOneStepThatComesNext() {
        model.show(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED));
        assertThat(model.checkInAllowed().getValue()).isTrue();
        assertThat(model.checkOutAllowed().getValue()).isFalse();
        model.show(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CHECKED_IN));
        assertThat(model.checkInAllowed().getValue()).isFalse();
        assertThat(model.checkOutAllowed().getValue()).isTrue();
    }

    @Test
    void saysSoWhenTheServerIsSilent() {
        model.show(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED));
        model.checkIn();
        assertThat(model.noticeProperty().get()).startsWith("No answer came");
        assertThat(model.checkInAllowed().getValue()).isTrue();
    }
}
