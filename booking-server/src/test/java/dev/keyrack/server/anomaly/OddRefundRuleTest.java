package dev.keyrack.server.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.audit.Alert;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OddRefundRuleTest {

    private static final Duration HOUR = Duration.ofMinutes(59);

    @Test
    void seesManyRefundsOfOnePerson() {
        assertThat(OddRefundRule.find(
                        Acts.none()
                                .add(10, HOUR, "usr_a", i -> Acts.refund(i, "20.00"))
                                .list(),
                        Acts.NOON))
                .containsExactly(new Anomaly(Alert.Kind.ODD_REFUNDS, "usr_a", Acts.SITE, 10));
    }

    @Test
    void seesAFewLargeOnes() {
        assertThat(OddRefundRule.find(
                        Acts.none()
                                .add(2, HOUR, "usr_a", i -> Acts.refund(i, "5000.00"))
                                .list(),
                        Acts.NOON))
                .containsExactly(new Anomaly(Alert.Kind.ODD_REFUNDS, "usr_a", Acts.SITE, 2));
    }

    @Test
    void leavesAloneWhatADayBrings() {
        var day = Acts.none()
                .add(9, HOUR, "usr_a", i -> Acts.refund(i, "900.00"))
                .add(50, HOUR, "usr_anonymous", i -> Acts.refund(i, "900.00"))
                .add(50, HOUR, "usr_b", i -> Acts.refund(i, "0.00"))
                .add(
                        50,
                        HOUR,
                        "usr_b",
                        i -> Acts.act("booking.changed", "bkg_" + i)
                                .changed(Map.of("total", "EUR 100.00"), Map.of("total", "EUR 120.00")));

        assertThat(OddRefundRule.find(day.list(), Acts.NOON)).isEmpty();
    }
}
