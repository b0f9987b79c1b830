package dev.keyrack.kiosk.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.kiosk.Samples;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PolicyRuleTest {

    private static final CancellationPolicy TWO_DAYS = new CancellationPolicy(48, 100, 100);

    @Test
    void countsFromTheHourOfArrivalAtTheHouse() {
        var night = new StayRange(Samples.TODAY, Samples.TODAY.plusDays(1));
        assertThat(PolicyRule.freeUntil(TWO_DAYS, Samples.SITE, night))
                .isEqualTo(Instant.parse("2027-06-12T14:00:00Z"));
    }

    @Test
    void countsFromTheBeginOfAPerformance() {
        assertThat(PolicyRule.freeUntil(
                        TWO_DAYS,
                        Samples.SITE,
                        new TimeRange(Instant.parse("2027-06-14T19:00:00Z"), Instant.parse("2027-06-14T21:00:00Z"))))
                .isEqualTo(Instant.parse("2027-06-12T19:00:00Z"));
    }
}
