package dev.keyrack.server.anomaly;

import dev.keyrack.contract.audit.Alert;
import dev.keyrack.server.anomaly.Anomaly.Group;
import dev.keyrack.server.audit.AuditEntry;
import dev.keyrack.server.http.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Somebody looks for what there is to take: asks sixty times within ten minutes for what is not there or not for him
/// (all without an account together five hundred times), reads the histories of a hundred bookings within an hour, or
/// takes out five exports.
final class ScrapingRule {

    static final int MOST_REFUSED = 60;
    static final int MOST_REFUSED_ANONYMOUS = 500;
    static final int MOST_HISTORIES = 100;
    static final int MOST_EXPORTS = 5;
    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final Duration LONG = Duration.ofHours(1);

    private ScrapingRule() {}

    static List<Anomaly> find(List<AuditEntry> recent, Instant now) {
        List<AuditEntry> longer = Anomaly.within(recent, now, LONG);
        return Stream.of(
                        refused(Anomaly.within(recent, now, SHORT)),
                        tooOften(longer, "access.history-read", MOST_HISTORIES),
                        tooOften(longer, "access.exported", MOST_EXPORTS))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Anomaly> refused(List<AuditEntry> recent) {
        return Anomaly.tooMany(
                Alert.Kind.SCRAPING,
                recent.stream()
                        .filter(entry -> entry.act().action().equals("access.denied")
                                || entry.act().action().equals("access.not-found")
                                || entry.act().action().equals("access.unauthenticated"))
                        .toList(),
                Group::byActor,
                entry -> entry.act().times(),
                group -> group.subjectId().equals(Caller.ANONYMOUS.userId().value())
                                || group.subjectId().equals("usr_many")
                        ? MOST_REFUSED_ANONYMOUS
                        : MOST_REFUSED);
    }

    /// One booking's history, read again and again, counts once.
    private static List<Anomaly> tooOften(List<AuditEntry> recent, String action, int most) {
        List<AuditEntry> acts = recent.stream()
                .filter(entry -> entry.act().action().equals(action))
                .toList();
        return acts.stream().map(Group::byActor).distinct().toList().stream()
                .map(group -> group.stands(Alert.Kind.SCRAPING, count(acts, group)))
                .filter(anomaly -> anomaly.count() >= most)
                .toList();
    }

    private static long count(List<AuditEntry> acts, Group group) {
        List<AuditEntry> own = acts.stream()
                .filter(entry -> Group.byActor(entry).equals(group))
                .toList();
        return own.getFirst().act().action().equals("access.exported")
                ? own.size()
                : own.stream().map(entry -> entry.act().subjectId()).distinct().count();
    }
}
