package dev.keyrack.kiosk.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatesRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 14);

    private final Map<LocalDate, BigDecimal> free = new HashMap<>();

    DatesRuleTest() {
        TODAY.datesUntil(LocalDate.of(2027, 6, 25)).forEach(day -> free.put(day, BigDecimal.TEN));
        free.remove(LocalDate.of(2027, 6, 20));
    }

    private List<Integer> open(DatesRule.Choice choice) {
        return DatesRule.days(YearMonth.of(2027, 6), DayOfWeek.MONDAY, choice, free, TODAY).stream()
                .filter(day -> day != null && day.open())
                .map(day -> day.date().getDayOfMonth())
                .toList();
    }

    @Test
    void offersFreeNightsFromTodayAsArrivals() {
        assertThat(open(DatesRule.Choice.NONE)).containsExactly(14, 15, 16, 17, 18, 19, 21, 22, 23, 24);
    }

    @Test
    void letsOneLeaveUpToTheFirstNightThatIsGone() {
        assertThat(open(DatesRule.Choice.NONE.touch(LocalDate.of(2027, 6, 18))))
                .containsExactly(14, 15, 16, 17, 18, 19, 20);
    }

    @Test
    void leavesOutTheWeeksGoneBy() {
        assertThat(DatesRule.days(YearMonth.of(2027, 6), DayOfWeek.SUNDAY, DatesRule.Choice.NONE, free, TODAY))
                .first()
                .extracting(day -> day.date())
                .isEqualTo(LocalDate.of(2027, 6, 13));
        assertThat(DatesRule.days(YearMonth.of(2027, 7), DayOfWeek.MONDAY, DatesRule.Choice.NONE, free, TODAY))
                .hasSize(3 + 31);
    }

    @Test
    void beginsAnewWithAnEarlierDay() {
        DatesRule.Choice choice =
                DatesRule.Choice.NONE.touch(LocalDate.of(2027, 6, 18)).touch(LocalDate.of(2027, 6, 16));
        assertThat(choice.arrival()).isEqualTo(LocalDate.of(2027, 6, 16));
        assertThat(choice.toNights()).isNull();
    }
}
