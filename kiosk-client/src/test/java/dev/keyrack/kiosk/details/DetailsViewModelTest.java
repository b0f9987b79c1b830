package dev.keyrack.kiosk.details;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import org.junit.jupiter.api.Test;

class DetailsViewModelTest {

    private final Journey journey = Samples.journey(Samples.toDetails());
    private final DetailsViewModel model = new DetailsViewModel(journey, Samples.ENGLISH);

    @Test
    void saysBesideTheFieldWhatIsMissingAndGoesNowhere() {
        model.confirm();
        assertThat(model.form().fields().getFirst().errorProperty().get()).isEqualTo("Please type your first name.");
        assertThat(journey.step()).isInstanceOf(KioskStep.Details.class);
    }

    @Test
    void keepsEveryKeyOnTheWayBack() {
        model.form().type("A");
        journey.tell(new KioskEvent.Back());
        journey.tell(new KioskEvent.RoomTaken());
        assertThat(new DetailsViewModel(journey, Samples.ENGLISH)
                        .form()
                        .fields()
                        .getFirst()
                        .text())
                .isEqualTo("A");
    }

    @Test
    void goesOnToThePriceWithBothNames() {
        model.form().type("Ana");
        model.form().advance();
        model.form().type("Silva");
        model.confirm();
        assertThat(journey.step()).isInstanceOf(KioskStep.Review.class);
    }
}
