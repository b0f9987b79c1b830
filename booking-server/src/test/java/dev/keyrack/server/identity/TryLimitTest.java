package dev.keyrack.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.server.soak.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TryLimitTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
    private final TryLimit limit = new TryLimit(2, clock);

    @Test
    void letsNobodyFailMoreOftenThanThatWithinAMinute() {
        List<String> kiosk = List.of("kiosk", "10.0.0.1");
        assertThat(limit.begin(kiosk)).isTrue();
        assertThat(limit.begin(kiosk)).isTrue();
        assertThat(limit.begin(kiosk)).isFalse();
        assertThat(limit.begin(List.of("kiosk", "10.0.0.2"))).isFalse();
        assertThat(limit.begin(List.of("other", "10.0.0.1"))).isFalse();
        assertThat(limit.begin(List.of("other", "10.0.0.2"))).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(limit.begin(kiosk)).isTrue();
    }

    @Test
    void doesNotCountWhatSucceeds() {
        List<String> kiosk = List.of("kiosk", "10.0.0.1");
        for (int i = 0; i < 9; i++) {
            assertThat(limit.begin(kiosk)).isTrue();
            limit.succeed(kiosk);
        }
    }
}
