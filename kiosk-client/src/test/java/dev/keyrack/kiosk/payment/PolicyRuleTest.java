package dev.keyrack.kiosk.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.kiosk.Samples;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PolicyRuleTest {

    @Test
    void countsFromTheHourOfArrivalAtTheHouse() {
        assertThat(PolicyRule.freeUntil(new CancellationPolicy(48, 100, 100), Samples.SITE, Samples.TODAY))
                .isEqualTo(Instant.parse("2027-06-12T14:00:00Z"));
    }
}
