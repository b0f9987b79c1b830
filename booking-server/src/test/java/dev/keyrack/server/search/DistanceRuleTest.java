package dev.keyrack.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DistanceRuleTest {

    private static SearchCriteria.Point point(String latitude, String longitude) {
        return new SearchCriteria.Point(new BigDecimal(latitude), new BigDecimal(longitude));
    }

    @Test
    void measuresLisbonToPorto() {
        assertThat(DistanceRule.kilometres(point("38.7223", "-9.1393"), point("41.1579", "-8.6291")))
                .isBetween(new BigDecimal("272"), new BigDecimal("276"));
    }

    @Test
    void isNothingToOneself() {
        assertThat(DistanceRule.kilometres(point("10", "20"), point("10", "20")))
                .isEqualByComparingTo("0");
    }
}
