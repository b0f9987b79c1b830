package dev.keyrack.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final AtomicLong nanos = new AtomicLong(1);
    private final RateLimits limits = new RateLimits(nanos::get);

    private int passing(Tier tier, String name, int tries) {
        int passed = 0;
        for (int i = 0; i < tries; i++) {
            passed += limits.take(tier, name).passes() ? 1 : 0;
        }
        return passed;
    }

    @Test
    void letsAsManyPassAsTheTierSays() {
        for (Tier tier : Tier.values()) {
            assertThat(passing(tier, "a", tier.requests() + 50)).isEqualTo(tier.requests());
        }
        assertThat(passing(Tier.GUEST, "b", 1)).isEqualTo(1);
    }

    @Test
    void givesTheBetterKnownMore() {
        List<Integer> graduated =
                Arrays.stream(Tier.values()).map(Tier::requests).toList();
        assertThat(graduated).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void tellsTruelyWhenToComeAgain() {
        passing(Tier.SIGN_IN, "a", Tier.SIGN_IN.requests());
        RateLimits.Decision refused = limits.take(Tier.SIGN_IN, "a");
        assertThat(refused.passes()).isFalse();
        nanos.addAndGet(refused.delay().toNanos() - 1);
        assertThat(limits.take(Tier.SIGN_IN, "a").passes()).isFalse();
        nanos.addAndGet(1);
        assertThat(limits.take(Tier.SIGN_IN, "a").passes()).isTrue();
        assertThat(limits.take(Tier.SIGN_IN, "a").passes()).isFalse();
        nanos.addAndGet(limits.take(Tier.SIGN_IN, "a").untilFull().toNanos());
        assertThat(passing(Tier.SIGN_IN, "a", 1_000)).isEqualTo(Tier.SIGN_IN.requests());
    }

    @Test
    void tellsWholeSecondsNeverTooFew() {
        assertThat(Passage.seconds(Duration.ofNanos(1))).isEqualTo("1");
        assertThat(Passage.seconds(Duration.ofSeconds(2))).isEqualTo("2");
        assertThat(Passage.seconds(Duration.ofSeconds(2).plusNanos(1))).isEqualTo("3");
    }

    @Test
    void keepsOneWhoFloodsAmongMillionNames() {
        passing(Tier.ANONYMOUS, "flood", Tier.ANONYMOUS.requests());
        int passed = 0;
        for (int i = 0; i < 1_000_000; i++) {
            limits.take(Tier.ANONYMOUS, "name " + i);
            if (i % 100 == 0) {
                passed += limits.take(Tier.ANONYMOUS, "flood").passes() ? 1 : 0;
            }
        }
        assertThat(limits.size()).isLessThanOrEqualTo(RateLimits.MOST_KEPT);
        assertThat(passed).isZero();
    }
}
