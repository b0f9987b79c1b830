package dev.keyrack.kiosk.dates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.Offer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimesPageRuleTest {

    private static final List<Offer> TIMES =
            IntStream.of(1, 1, 2, 3, 4, 5, 6).mapToObj(Samples::seat).toList();

    @Test
    void putsAHandfulOfPerformancesOnAPage() {
        assertThat(TimesPageRule.pages(TIMES, Samples.SHOW))
                .extracting(List::size)
                .containsExactly(4, 3);
    }

    @Test
    void putsTheAppointmentsOfADayOnAPage() {
        assertThat(TimesPageRule.pages(TIMES, Samples.PRACTICE))
                .extracting(List::size)
                .containsExactly(2, 1, 1, 1, 1, 1);
    }
}
