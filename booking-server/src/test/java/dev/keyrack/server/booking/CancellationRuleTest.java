package dev.keyrack.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.CancellationPolicy;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CancellationRuleTest {

    private static final Instant START = Instant.parse("2026-08-10T14:00:00Z");
    private static final CancellationPolicy POLICY = new CancellationPolicy(48, 30, 80);
    private static final Money TOTAL = Money.parse("EUR 333.33");

    @Test
    void givesEverythingBackUntilTheLastFreeMoment() {
        Instant last = START.minus(Duration.ofDays(2));
        assertThat(CancellationRule.refund(POLICY, START, last, TOTAL, TOTAL)).isEqualTo(TOTAL);
    }

    @Test
    void keepsTheShareAMomentLater() {
        Instant late = START.minus(Duration.ofDays(2)).plusMillis(1);
        assertThat(CancellationRule.refund(POLICY, START, late, TOTAL, TOTAL)).isEqualTo(Money.parse("EUR 233.33"));
    }

    @Test
    void neverGivesBackMoreThanWasPaidAndNeverAsksForMore() {
        Money paid = Money.parse("EUR 50.00");
        assertThat(CancellationRule.refund(POLICY, START, START, TOTAL, paid)).isEqualTo(Money.parse("EUR 0.00"));
    }

    @Test
    void keepsTheNoShowShareOfTheTotal() {
        assertThat(CancellationRule.refundOfNoShow(POLICY, TOTAL, TOTAL)).isEqualTo(Money.parse("EUR 66.67"));
    }
}
