package dev.keyrack.desktop.admin.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.desktop.Samples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class CalendarRuleTest {

    private static final LocalDate DAY = Samples.DAY;
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @Test
    void addsThePerformancesOfADayUp() {
        Calendar calendar = calendar(
                Grain.OCCURRENCE,
                entry("2027-06-14T19:30:00Z", 100, 40, "20.00"),
                entry("2027-06-14T23:30:00Z", 100, 60, "15.00"));
        List<DayTerms> days = CalendarRule.days(calendar, List.of(), LISBON, DAY, DAY.plusDays(1));
        assertThat(days.getFirst().capacity()).isEqualTo(100);
        assertThat(days.getFirst().price()).isEqualTo("20.00");
        assertThat(days.getLast().taken()).as("half past midnight in Lisbon").isEqualTo(60);
    }

    @Test
    void takesTheStrictestLimit() {
        var two = new StayRule(null, null, Set.of(), 2, 10, false, false, false, null, null);
        var three = new StayRule(DAY, DAY, Set.of(), 3, 20, true, false, false, null, null);
        assertThat(CalendarRule.limits(List.of(two, three), DAY)).isEqualTo(new DayTerms.Limits(3, 10, true, false));
        assertThat(CalendarRule.limits(List.of(two, three), DAY.plusDays(1)))
                .isEqualTo(new DayTerms.Limits(2, 10, false, false));
    }

    @Test
    void findsTheDaysThatChange() {
        var before = CalendarRule.days(
                calendar(Grain.NIGHT, entry("2027-06-14", 2, 1, "100.00"), entry("2027-06-15", 2, 0, "100.00")),
                List.of(),
                LISBON,
                DAY,
                DAY.plusDays(1));
        var after = CalendarRule.days(
                calendar(Grain.NIGHT, entry("2027-06-14", 2, 1, "100.0"), entry("2027-06-15", 2, 0, "110.00")),
                List.of(),
                LISBON,
                DAY,
                DAY.plusDays(1));
        assertThat(CalendarRule.effects(before, after))
                .extracting(effect -> effect.after().date())
                .containsExactly(DAY.plusDays(1));
    }

    private static Calendar calendar(Grain grain, Calendar.Entry... entries) {
        return new Calendar(Samples.DOUBLE.id(), grain, CurrencyUnit.EUR, List.of(entries));
    }

    private static Calendar.Entry entry(String start, int capacity, int taken, String price) {
        return new Calendar.Entry(start, capacity, taken, new BigDecimal(price), true, null);
    }
}
