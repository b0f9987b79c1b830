package dev.keyrack.server.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.audit.Alert;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MassCancellationRuleTest {

    private static final Duration MINUTES = Duration.ofMinutes(29);

    @Test
    void seesOneWhoCancelsMany() {
        var acts = Acts.none()
                .add(20, MINUTES, "usr_a", i -> Acts.act("booking.cancelled", "bkg_" + i))
                .add(19, MINUTES, "usr_b", i -> Acts.act("booking.cancelled", "bkg_b" + i));

        assertThat(MassCancellationRule.find(acts.list(), Acts.NOON))
                .containsExactly(new Anomaly(Alert.Kind.MASS_CANCELLATION, "usr_a", Acts.SITE, 20));
    }

    @Test
    void leavesAloneGuestsWhoCancelTheirOwn() {
        var acts = Acts.none()
                .add(60, MINUTES, "usr_anonymous", i -> Acts.act("booking.cancelled", "bkg_" + i))
                .add(60, MINUTES, "usr_system", i -> Acts.act("booking.cancelled", "bkg_s" + i))
                .add(60, Duration.ofHours(3), "usr_a", i -> Acts.act("booking.cancelled", "bkg_a" + i));

        assertThat(MassCancellationRule.find(acts.list(), Acts.NOON)).isEmpty();
    }
}
