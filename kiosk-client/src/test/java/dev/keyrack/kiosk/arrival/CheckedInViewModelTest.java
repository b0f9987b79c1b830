package dev.keyrack.kiosk.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import org.junit.jupiter.api.Test;

class CheckedInViewModelTest {

    @Test
    void showsTheRoomUntilTheGuestIsDone() {
        var booking = Samples.booking(BookingStatus.CHECKED_IN, Samples.TODAY, "124.00");
        Journey journey = Samples.journey(new KioskEvent.Scanned(booking), new KioskEvent.CameIn(booking));
        CheckedInViewModel model = new CheckedInViewModel(journey, Samples.ENGLISH);
        assertThat(model.unit()).isEqualTo("101");
        assertThat(model.text()).contains("Jun 15");
        model.finish();
        assertThat(journey.step()).isEqualTo(new KioskStep.Attract());
    }
}
