package dev.keyrack.desktop.admin.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.contract.catalog.ResourceRates;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RatesRuleTest {

    private final RateRule first = rate("first");
    private final RateRule second = rate("second");
    private final ResourceRates both = new ResourceRates(List.of(first, second), List.of());

    @Test
    void addsLast() {
        assertThat(RatesRule.add(both, List.of(rate("third")), List.of()).rates())
                .extracting(RateRule::name)
                .containsExactly("first", "second", "third");
    }

    @Test
    void movesWithinTheList() {
        assertThat(RatesRule.move(both, second, -1).rates()).containsExactly(second, first);
        assertThat(RatesRule.move(both, second, 1).rates()).containsExactly(first, second);
    }

    @Test
    void removesByValueAndBearsThatItIsGone() {
        ResourceRates left = RatesRule.remove(both, rate("first"));
        assertThat(left.rates()).containsExactly(second);
        assertThat(RatesRule.remove(left, first)).isEqualTo(left);
    }

    private static RateRule rate(String name) {
        return new RateRule(name, null, null, Set.of(), 1, BigDecimal.TEN, null);
    }
}
