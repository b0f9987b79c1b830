package dev.keyrack.desktop.admin.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class OccurrencesViewModelTest {

    private final OccurrencesViewModel model =
            new OccurrencesViewModel(Samples.cutOff(Path.of("unused")), UiTasks.onCaller(), Samples.ENGLISH, () -> {});

    OccurrencesViewModelTest() {
        model.show(Samples.DOUBLE);
        model.take(new Calendar(
                Samples.DOUBLE.id(),
                Grain.OCCURRENCE,
                CurrencyUnit.EUR,
                List.of(new Calendar.Entry("2027-06-14T19:30:00Z", 200, 50, BigDecimal.TEN, true, null))));
    }

    @Test
    void tellsHowFullAPerformanceIs() {
        OccurrenceRow row = model.rows().getFirst();
        assertThat(row.share()).isEqualTo(0.25);
        assertThat(row.sold()).isEqualTo("50 of 200 sold");
    }

    @Test
    void putsTheChosenOneIntoTheFieldsByTheSitesClock() {
        model.selectedProperty().set(model.rows().getFirst());
        assertThat(model.dateProperty().get()).isEqualTo(Samples.DAY);
        assertThat(model.timeProperty().get()).isEqualTo("20:30");
        assertThat(model.capacityProperty().get()).isEqualTo("200");
    }

    @Test
    void saysWhatIsMissing() {
        model.timeProperty().set("half past eight");
        model.plan();
        assertThat(model.timeFaultProperty().get()).isNotEmpty();
        assertThat(model.minutesFaultProperty().get()).isNotEmpty();
        assertThat(model.timeProperty().get()).isEqualTo("half past eight");
    }

    @Test
    void keepsThePlanWhenTheServerIsSilent() {
        model.selectedProperty().set(model.rows().getFirst());
        model.minutesProperty().set("90");
        model.plan();
        assertThat(model.noticeProperty().get()).startsWith("No answer came");
        assertThat(model.minutesProperty().get()).isEqualTo("90");
    }
}
