package dev.keyrack.server.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.audit.Alert;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScrapingRuleTest {

    private static final Duration MINUTES = Duration.ofMinutes(9);
    private static final Duration HOUR = Duration.ofMinutes(59);

    private static void assertSeen(Acts acts, int count) {
        assertThat(ScrapingRule.find(acts.list(), Acts.NOON))
                .containsExactly(new Anomaly(Alert.Kind.SCRAPING, "usr_a", Acts.SITE, count));
    }

    @Test
    void seesWhoAsksForWhatIsNotHis() {
        assertSeen(Acts.none().add(60, MINUTES, "usr_a", i -> Acts.act("access.not-found", "bkg_" + i)), 60);
        assertSeen(Acts.none().add(70, MINUTES, "usr_a", _ -> Acts.act("access.denied", "")), 70);
    }

    @Test
    void seesWhoReadsTheHistoriesOfManyBookings() {
        assertSeen(Acts.none().add(100, HOUR, "usr_a", i -> Acts.act("access.history-read", "bkg_" + i)), 100);
    }

    @Test
    void seesWhoTakesOutManyExports() {
        assertSeen(Acts.none().add(5, HOUR, "usr_a", _ -> Acts.act("access.exported", "audit")), 5);
    }

    @Test
    void leavesAloneWhoWorks() {
        var day = Acts.none()
                .add(99, HOUR, "usr_a", i -> Acts.act("access.history-read", "bkg_" + i))
                .add(500, HOUR, "usr_b", _ -> Acts.act("access.history-read", "bkg_1"))
                .add(59, MINUTES, "usr_b", i -> Acts.act("access.not-found", "bkg_" + i))
                .add(400, MINUTES, "usr_anonymous", i -> Acts.act("access.not-found", "bkg_" + i));

        assertThat(ScrapingRule.find(day.list(), Acts.NOON)).isEmpty();
    }

    @Test
    void seesAFloodOfWhomNobodyKnows() {
        var flood = Acts.none().add(500, MINUTES, "usr_anonymous", i -> Acts.act("access.not-found", "bkg_" + i));

        assertThat(ScrapingRule.find(flood.list(), Acts.NOON)).hasSize(1);
    }
}
