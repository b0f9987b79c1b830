package dev.keyrack.kiosk.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.Offer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TimesRuleTest {

    private final Instant noon = Samples.NOON.instant();

    @Test
    void listsPerformancesToComeAndAlsoThoseSoldOut() {
        var calendar = Samples.calendar(
                Samples.SHOW, Samples.performance(-1, 0), Samples.performance(1, 240), Samples.performance(2, 7));
        assertThat(TimesRule.list(Samples.SHOW, calendar, noon))
                .extracting(Offer::free)
                .containsExactly(0, 233);
        assertThat(TimesRule.list(Samples.SHOW, calendar, noon).getLast().time())
                .isEqualTo(Samples.seat(2).time());
    }

    @Test
    void leavesTimeBeforeTheFirstAppointmentAndThePauseAfterEachFree() {
        List<Offer> times = TimesRule.list(
                Samples.PRACTICE,
                Samples.calendar(
                        Samples.PRACTICE,
                        step("11:30", 0),
                        step("12:00", 0),
                        step("12:30", 0),
                        step("13:00", 1),
                        step("13:30", 0)),
                noon);
        assertThat(times)
                .extracting(offer -> Objects.requireNonNull(offer.time()).startText())
                .containsExactly("2027-06-14T12:00:00Z", "2027-06-14T13:30:00Z");
    }

    private static Calendar.Entry step(String time, int taken) {
        return new Calendar.Entry(Samples.TODAY + "T" + time + ":00Z", 1, taken, BigDecimal.TEN, true, null);
    }
}
