package dev.keyrack.server.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.audit.Alert;
import dev.keyrack.server.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnomalyServiceTest {

    private static final Instant MONDAY = Instant.parse("2027-03-01T00:00:00Z");
    private static final int STEP_MINUTES = 10;

    /// Seven days of a house with a hundred rooms: eight people at the desk, forty cancellations a day in waves, wrong
    /// passwords in the morning, wrong codes at the kiosk.
    private static List<AuditEntry> week(Random random) {
        Acts acts = Acts.none();
        for (int day = 0; day < 7; day++) {
            Instant morning = MONDAY.plus(Duration.ofDays(day)).plus(Duration.ofHours(6));
            for (int i = 0; i < 40 + random.nextInt(30); i++) {
                String who = random.nextInt(3) == 0 ? "usr_" + random.nextInt(8) : "usr_anonymous";
                String back = random.nextBoolean() ? "0.00" : 50 + random.nextInt(500) + ".00";
                acts.add(later(morning, random), who, Acts.refund(day * 100 + i, back));
            }
            for (int person = 0; person < 8; person++) {
                String who = "usr_" + person;
                for (int i = random.nextInt(4); i > 0; i--) {
                    acts.add(morning.plusSeconds(i * 20L), "usr_anonymous", Acts.act("session.refused", who));
                }
                for (int i = random.nextInt(40); i > 0; i--) {
                    acts.add(later(morning, random), who, Acts.act("access.history-read", "bkg_" + i));
                }
                for (int i = random.nextInt(5); i > 0; i--) {
                    acts.add(later(morning, random), who, Acts.act("access.denied", ""));
                }
            }
            for (int i = random.nextInt(60); i > 0; i--) {
                acts.add(later(morning, random), "usr_kiosk", Acts.act("access.not-found", ""));
            }
            acts.add(later(morning, random), "usr_0", Acts.act("access.exported", "audit"));
        }
        return acts.list();
    }

    private static Instant later(Instant morning, Random random) {
        return morning.plusSeconds(random.nextInt(16 * 3_600));
    }

    private static Set<Alert.Kind> alarms(List<AuditEntry> entries) {
        List<AuditEntry> ordered =
                entries.stream().sorted(Comparator.comparing(AuditEntry::at)).toList();
        List<Alert.Kind> found = new ArrayList<>();
        Instant end = MONDAY.plus(Duration.ofDays(8));
        for (Instant now = MONDAY; now.isBefore(end); now = now.plus(Duration.ofMinutes(STEP_MINUTES))) {
            Instant until = now;
            Instant since = now.minus(Duration.ofHours(1));
            List<AuditEntry> recent = ordered.stream()
                    .filter(entry -> !entry.at().isBefore(since) && !entry.at().isAfter(until))
                    .toList();
            AnomalyService.find(recent, now).forEach(anomaly -> found.add(anomaly.kind()));
        }
        return found.stream().collect(Collectors.toUnmodifiableSet());
    }

    @Test
    void ordinaryWeeksRaiseNoAlarm() {
        for (int seed = 1; seed <= 20; seed++) {
            assertThat(alarms(week(new Random(seed)))).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void anAttackWithinAnOrdinaryWeekIsSeen() {
        List<AuditEntry> week = new ArrayList<>(week(new Random(1)));
        week.addAll(Acts.none()
                .add(30, Duration.ofMinutes(9), "usr_anonymous", _ -> Acts.act("session.refused", "usr_1"))
                .add(80, Duration.ofMinutes(9), "usr_2", i -> Acts.act("access.not-found", "bkg_" + i))
                .add(25, Duration.ofMinutes(25), "usr_3", i -> Acts.act("booking.cancelled", "bkg_" + i))
                .add(12, Duration.ofMinutes(50), "usr_4", i -> Acts.refund(i, "20.00"))
                .list());

        assertThat(alarms(week))
                .containsExactlyInAnyOrder(
                        Alert.Kind.STUFFING, Alert.Kind.SCRAPING, Alert.Kind.MASS_CANCELLATION, Alert.Kind.ODD_REFUNDS);
    }
}
