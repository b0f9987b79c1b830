package dev.keyrack.desktop.admin.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceFormViewModelTest {

    private final ResourceFormViewModel model =
            new ResourceFormViewModel(Samples.cutOff(Path.of("unused")), UiTasks.onCaller(), Samples.ENGLISH, _ -> {});

    ResourceFormViewModelTest() {
        model.open(Samples.SITE);
        model.show(Samples.DOUBLE);
    }

    @Test
    void keepsWhatWasTypedOverALookElsewhere() {
        model.text(Field.PRICE).set("99");
        model.show(other(Samples.DOUBLE.terms()));
        assertThat(model.text(Field.PRICE).get()).isEqualTo("120.00");
        model.show(Samples.DOUBLE);
        assertThat(model.text(Field.PRICE).get()).isEqualTo("99");
        assertThat(model.changedProperty().get()).isTrue();
    }

    @Test
    void saysBesideTheFieldWhatIsWrongAndSendsNothing() {
        model.text(Field.GUESTS).set("0");
        model.save();
        assertThat(model.fault(Field.GUESTS).get()).isEqualTo("A whole number from 1 to 100,000.");
        assertThat(model.noticeProperty().get()).isEqualTo("One field needs your attention.");
        assertThat(model.text(Field.GUESTS).get()).isEqualTo("0");
    }

    @Test
    void losesNothingWhenTheServerIsSilent() {
        model.text(Field.NAME).set("Double with a view");
        model.save();
        assertThat(model.noticeProperty().get()).startsWith("No answer came");
        assertThat(model.text(Field.NAME).get()).isEqualTo("Double with a view");
        assertThat(model.saveAllowed().getValue()).isTrue();
    }

    @Test
    void showsWhatSomebodyElseChangedWhileOneTypes() {
        model.text(Field.PRICE).set("99");
        model.refresh(changed(Samples.DOUBLE, "Twin"));
        assertThat(model.text(Field.PRICE).get()).isEqualTo("99");
        assertThat(model.text(Field.NAME).get()).isEqualTo("Twin");
        assertThat(model.theirs()).containsExactly("Name: Double → Twin, taken over");
    }

    @Test
    void followsSomebodyElseInSilenceWhileNobodyTypes() {
        model.refresh(changed(Samples.DOUBLE, "Twin"));
        assertThat(model.text(Field.NAME).get()).isEqualTo("Twin");
        assertThat(model.theirs()).isEmpty();
        assertThat(model.changedProperty().get()).isFalse();
    }

    @Test
    void takesTypingBack() {
        model.addAmenity("wifi");
        assertThat(model.changedProperty().get()).isTrue();
        model.reset();
        assertThat(model.changedProperty().get()).isFalse();
        assertThat(model.amenities()).isEmpty();
    }

    private static Resource other(ResourceTerms terms) {
        return new Resource(
                new ResourceId("res_other"),
                Samples.SITE,
                Samples.DOUBLE.grain(),
                Resource.State.OPEN,
                terms,
                List.of(),
                List.of(),
                Samples.DOUBLE.revision());
    }

    private static Resource changed(Resource before, String name) {
        ResourceTerms terms = before.terms();
        return new Resource(
                before.id(),
                before.site(),
                before.grain(),
                before.state(),
                new ResourceTerms(
                        terms.type(),
                        name,
                        terms.description(),
                        terms.amenities(),
                        terms.images(),
                        terms.rating(),
                        terms.maximumGuests(),
                        terms.capacity(),
                        terms.basePrice(),
                        terms.stepMinutes(),
                        terms.bufferBeforeMinutes(),
                        terms.bufferAfterMinutes(),
                        terms.leadTimeMinutes(),
                        terms.bookingWindowDays(),
                        terms.onRequest(),
                        terms.cancellationPolicy(),
                        terms.taxes(),
                        terms.openingHours()),
                before.rates(),
                before.rules(),
                before.revision().next());
    }
}
