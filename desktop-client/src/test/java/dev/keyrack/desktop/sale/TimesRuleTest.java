package dev.keyrack.desktop.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.desktop.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class TimesRuleTest {

    private static final Resource EVENT = Samples.DOUBLE;
    private static final Instant NOW = Instant.parse("2027-06-14T12:00:00Z");

    @Test
    void sellsPerformancesWithEnoughSeatsThatAreToCome() {
        List<Offer> found = list(
                2,
                entry("2027-06-14T11:00:00Z", "2027-06-14T13:00:00Z", 0),
                entry("2027-06-14T19:00:00Z", "2027-06-14T21:00:00Z", 8),
                entry("2027-06-15T19:00:00Z", "2027-06-15T21:00:00Z", 9));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().left()).isEqualTo(2);
        assertThat(found.getFirst().total()).isEqualByComparingTo("57");
        assertThat(Objects.requireNonNull(found.getFirst().time()).endText()).isEqualTo("2027-06-14T21:00:00Z");
    }

    @Test
    void sellsNothingThatIsClosed() {
        assertThat(list(
                        1,
                        new Calendar.Entry(
                                "2027-06-15T19:00:00Z", "2027-06-15T21:00:00Z", 9, 0, BigDecimal.TEN, false, "closed")))
                .isEmpty();
    }

    private static List<Offer> list(int quantity, Calendar.Entry... entries) {
        var calendar = new Calendar(EVENT.id(), Grain.OCCURRENCE, CurrencyUnit.EUR, List.of(entries));
        return TimesRule.list(EVENT, calendar, quantity, NOW);
    }

    private static Calendar.Entry entry(String start, String end, int taken) {
        return new Calendar.Entry(start, end, 10, taken, new BigDecimal("28.50"), true, null);
    }
}
