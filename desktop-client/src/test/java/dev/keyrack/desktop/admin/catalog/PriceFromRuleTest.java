package dev.keyrack.desktop.admin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.desktop.Samples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PriceFromRuleTest {

    @Test
    void findsTheCheapestDayOfTheYear() {
        var low = new RateRule(
                "Low", Samples.DAY.plusDays(30), Samples.DAY.plusDays(40), Set.of(), 1, new BigDecimal("80"), null);
        var less = new RateRule("Less", null, null, Set.of(), 1, null, new BigDecimal("-10"));
        assertThat(PriceFromRule.lowest(with(low, less), Samples.DAY)).isEqualTo("72.00");
    }

    @Test
    void leavesPricesOfLongStaysOut() {
        var week = new RateRule("Week", null, null, Set.of(), 7, new BigDecimal("10"), null);
        assertThat(PriceFromRule.lowest(with(week), Samples.DAY)).isEqualTo("120.00");
    }

    private static Resource with(RateRule... rates) {
        Resource room = Samples.DOUBLE;
        return new Resource(
                room.id(),
                room.site(),
                room.grain(),
                room.state(),
                room.terms(),
                List.of(rates),
                room.rules(),
                room.revision());
    }
}
