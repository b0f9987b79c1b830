package dev.keyrack.server.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.audit.Alert;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StuffingRuleTest {

    private static final Duration MINUTES = Duration.ofMinutes(9);

    @Test
    void seesManyTriesOnOneAccount() {
        assertThat(StuffingRule.find(
                        Acts.none()
                                .add(10, MINUTES, "usr_anonymous", _ -> Acts.act("session.refused", "usr_a"))
                                .list(),
                        Acts.NOON))
                .containsExactly(new Anomaly(Alert.Kind.STUFFING, "usr_a", Acts.SITE, 10));
    }

    @Test
    void seesManyTriesOnManyNames() {
        var tries = Acts.none()
                .add(25, MINUTES, "usr_anonymous", i -> Acts.act("session.refused", "usr_" + i))
                .add(25, MINUTES, "usr_anonymous", _ -> Acts.act("session.refused", "unknown"));

        assertThat(StuffingRule.find(tries.list(), Acts.NOON))
                .containsExactly(new Anomaly(Alert.Kind.STUFFING, "", null, 50));
    }

    @Test
    void leavesAloneWhoForgot() {
        var tries = Acts.none()
                .add(9, MINUTES, "usr_anonymous", _ -> Acts.act("session.refused", "usr_a"))
                .add(200, Duration.ofHours(3), "usr_anonymous", i -> Acts.act("session.refused", "usr_" + i));

        assertThat(StuffingRule.find(tries.list(), Acts.NOON)).isEmpty();
    }
}
