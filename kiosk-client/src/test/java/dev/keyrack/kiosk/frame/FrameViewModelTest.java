package dev.keyrack.kiosk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FrameViewModelTest {

    private final Journey journey = Samples.journey(Samples.toDetails());
    private final Comfort comfort = new Comfort(Locale.ENGLISH);
    private final FrameViewModel model = new FrameViewModel(journey, comfort, Samples.ENGLISH, "City Hotel");

    @Test
    void saysHowFarTheGuestIs() {
        assertThat(model.station().getValue()).isEqualTo(1);
        model.back();
        assertThat(model.station().getValue()).isZero();
        model.cancel();
        assertThat(model.framed().getValue()).isFalse();
    }

    @Test
    void offersNoWayOutWhileTheCardIsAskedFor() {
        FrameViewModel paying = new FrameViewModel(Samples.paying(), comfort, Samples.ENGLISH, "");
        assertThat(paying.backAllowed().getValue()).isFalse();
        assertThat(paying.cancelAllowed().getValue()).isFalse();
    }

    @Test
    void speaksTheOtherLanguageByItsOwnName() {
        assertThat(model.otherLanguage()).isEqualTo("Deutsch");
        model.useOtherLanguage();
        assertThat(comfort.languageProperty().get()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void forgetsWhatTheLastGuestLiked() {
        model.switchContrast();
        model.switchReach();
        comfort.forget();
        assertThat(model.contrastProperty().get()).isFalse();
        assertThat(model.reachProperty().get()).isFalse();
    }

    @Test
    void asksWhetherTheGuestIsStillThere() {
        journey.tell(new KioskEvent.IdledFor(java.time.Duration.ofSeconds(45)));
        assertThat(model.asking().getValue()).isTrue();
        model.stay();
        assertThat(journey.step()).isInstanceOf(KioskStep.Details.class);
    }
}
