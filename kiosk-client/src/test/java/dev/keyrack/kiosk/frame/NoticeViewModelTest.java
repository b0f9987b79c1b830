package dev.keyrack.kiosk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import org.junit.jupiter.api.Test;

class NoticeViewModelTest {

    private final Journey journey = Samples.journey(Samples.toDetails());

    @Test
    void goesOnWhereTheGuestStoodWhenTheServerAnswersAgain() {
        journey.tell(new KioskEvent.Silent());
        NoticeViewModel model = new NoticeViewModel(journey, Samples.ENGLISH);
        assertThat(model.text()).contains("Nothing was booked");
        model.act();
        assertThat(journey.step()).isInstanceOf(KioskStep.Details.class);
    }

    @Test
    void beginsAnewAfterAFaultOfOurOwn() {
        journey.tell(new KioskEvent.Broke());
        NoticeViewModel model = new NoticeViewModel(journey, Samples.ENGLISH);
        assertThat(model.title()).contains("our side");
        model.act();
        assertThat(journey.step()).isEqualTo(new KioskStep.Attract());
    }
}
