package dev.keyrack.desktop.admin.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.admin.rates.RatesFormViewModel.Entry;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RatesFormViewModelTest {

    private static final RatesFormViewModel.Span WEEK =
            new RatesFormViewModel.Span(Samples.DAY, Samples.DAY.plusDays(6), 2);

    private final RatesFormViewModel form = new RatesFormViewModel(Samples.ENGLISH, () -> {});

    @Test
    void makesARateAndARule() {
        form.text(Entry.NAME).set("Trade fair");
        form.text(Entry.PRICE).set("199,50");
        form.text(Entry.MINIMUM).set("2");
        for (DayOfWeek day : DayOfWeek.values()) {
            form.weekday(day).set(day == DayOfWeek.FRIDAY);
        }
        var typed = form.read(WEEK).orElseThrow();
        Set<DayOfWeek> friday = Set.of(DayOfWeek.FRIDAY);
        assertThat(typed.rates())
                .containsExactly(
                        new RateRule("Trade fair", WEEK.from(), WEEK.to(), friday, 1, new BigDecimal("199.50"), null));
        assertThat(typed.rules())
                .containsExactly(
                        new StayRule(WEEK.from(), WEEK.to(), friday, 2, null, false, false, false, null, "Trade fair"));
    }

    @Test
    void takesEitherPriceOrPercent() {
        form.text(Entry.PRICE).set("100");
        form.text(Entry.PERCENT).set("-10");
        assertThat(form.read(WEEK)).isEmpty();
        assertThat(form.fault(Entry.PERCENT).get()).isEqualTo("Either a price or a percentage.");
        assertThat(form.text(Entry.PRICE).get()).isEqualTo("100");
    }

    @Test
    void refusesAMaximumBelowTheMinimum() {
        form.text(Entry.MINIMUM).set("5");
        form.text(Entry.MAXIMUM).set("3");
        assertThat(form.read(WEEK)).isEmpty();
        assertThat(form.fault(Entry.MAXIMUM).get()).isNotEmpty();
    }

    @Test
    void seesThatNothingWasTyped() {
        assertThat(form.read(WEEK).orElseThrow().isEmpty()).isTrue();
    }

    @Test
    void theSliderAndWhatIsTypedSayTheSame() {
        form.text(Entry.MINIMUM).set("3");
        form.text(Entry.MAXIMUM).set("40");
        assertThat(form.leastNightsProperty().get()).isEqualTo(3);
        assertThat(form.mostNightsProperty().get()).isEqualTo(RatesFormViewModel.MANY_NIGHTS);
        assertThat(form.text(Entry.MAXIMUM).get()).isEqualTo("40");

        form.leastNightsProperty().set(2);
        form.mostNightsProperty().set(14);
        assertThat(form.text(Entry.MINIMUM).get()).isEqualTo("2");
        assertThat(form.text(Entry.MAXIMUM).get()).isEqualTo("14");

        form.leastNightsProperty().set(RatesFormViewModel.FEWEST_NIGHTS);
        form.mostNightsProperty().set(RatesFormViewModel.MANY_NIGHTS);
        assertThat(form.text(Entry.MINIMUM).get()).isEmpty();
        assertThat(form.text(Entry.MAXIMUM).get()).isEmpty();
    }

    @Test
    void theSliderLeavesAloneWhatIsNotAFigure() {
        form.text(Entry.MINIMUM).set("two");
        assertThat(form.text(Entry.MINIMUM).get()).isEqualTo("two");
        assertThat(form.read(WEEK)).isEmpty();
    }
}
