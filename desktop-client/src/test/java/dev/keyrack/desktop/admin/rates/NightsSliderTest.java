package dev.keyrack.desktop.admin.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.admin.rates.RatesFormViewModel.Entry;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class NightsSliderTest {

    private final RatesFormViewModel form = new RatesFormViewModel(Samples.ENGLISH, () -> {});

    @Test
    void waitsWhileTheMaximumIsStillBeingTyped() throws Exception {
        FxToolkit.registerPrimaryStage();
        var slider = new RangeSlider(
                RatesFormViewModel.FEWEST_NIGHTS,
                RatesFormViewModel.MANY_NIGHTS,
                RatesFormViewModel.FEWEST_NIGHTS,
                RatesFormViewModel.MANY_NIGHTS);
        slider.lowValueProperty().bindBidirectional(form.leastNightsProperty());
        slider.highValueProperty().bindBidirectional(form.mostNightsProperty());
        form.text(Entry.MINIMUM).set("20");
        form.text(Entry.MAXIMUM).set("2");
        assertThat(form.text(Entry.MAXIMUM).get()).isEqualTo("2");
        form.text(Entry.MAXIMUM).set("28");
        assertThat(slider.getHighValue()).isEqualTo(28);
        assertThat(form.text(Entry.MINIMUM).get()).isEqualTo("20");

        form.text(Entry.MAXIMUM).set("");
        form.text(Entry.MINIMUM).set("30");
        slider.setHighValue(30);
        slider.setLowValue(7);
        assertThat(form.text(Entry.MINIMUM).get()).isEqualTo("7");
        assertThat(form.text(Entry.MAXIMUM).get()).isEqualTo("30");
    }
}
