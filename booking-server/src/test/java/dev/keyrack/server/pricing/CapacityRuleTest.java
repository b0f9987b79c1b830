package dev.keyrack.server.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.server.rig.Sample;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapacityRuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 4);

    private static StayRule capacity(LocalDate from, int capacity) {
        return new StayRule(from, null, Set.of(), null, null, false, false, false, capacity, null);
    }

    @Test
    void takesTheLastRuleThatHolds() {
        Resource resource = Sample.resource(
                "UTC", Sample.nights(7), List.of(), List.of(capacity(DAY, 3), capacity(DAY.plusDays(1), 0)));
        assertThat(CapacityRule.capacity(resource, DAY.minusDays(1))).isEqualTo(7);
        assertThat(CapacityRule.capacity(resource, DAY)).isEqualTo(3);
        assertThat(CapacityRule.capacity(resource, DAY.plusDays(1))).isZero();
    }
}
