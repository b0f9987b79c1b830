package dev.keyrack.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.SiteId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class CancellationPolicyTest {

    private static final CancellationPolicy TWO_DAYS = new CancellationPolicy(48, 100, 100);

    private static final Site LISBON = new Site(
            SiteId.random(),
            "Harbour House",
            "Lisbon, Portugal",
            BigDecimal.ONE,
            BigDecimal.ONE,
            ZoneId.of("Europe/Lisbon"),
            CurrencyUnit.EUR,
            LocalTime.of(15, 0),
            10);

    @Test
    void countsNightsFromTheHourOfArrivalAtTheSite() {
        Period nights = Period.parse("2027-06-14", "2027-06-15");
        assertThat(TWO_DAYS.freeUntil(LISBON.startOf(nights))).isEqualTo(Instant.parse("2027-06-12T14:00:00Z"));
    }

    @Test
    void countsATimeFromItsBegin() {
        Period time = Period.parse("2027-06-14T23:30:00Z", "2027-06-15T01:00:00Z");
        assertThat(TWO_DAYS.freeUntil(LISBON.startOf(time))).isEqualTo(Instant.parse("2027-06-12T23:30:00Z"));
        assertThat(time.firstDay(LISBON.timeZone())).isEqualTo(LocalDate.parse("2027-06-15"));
    }
}
