package dev.keyrack.server.anomaly;

import dev.keyrack.contract.audit.Alert;
import dev.keyrack.server.anomaly.Anomaly.Group;
import dev.keyrack.server.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Passwords are tried out: ten times on one account within ten minutes, or fifty times on any.
final class StuffingRule {

    static final int MOST_OF_ONE = 10;
    static final int MOST_OF_ALL = 50;
    private static final Duration SPAN = Duration.ofMinutes(10);

    private StuffingRule() {}

    static List<Anomaly> find(List<AuditEntry> recent, Instant now) {
        List<AuditEntry> refused = Anomaly.within(recent, now, SPAN).stream()
                .filter(entry -> entry.act().action().equals("session.refused"))
                .toList();
        List<Anomaly> onOne = Anomaly.tooMany(
                Alert.Kind.STUFFING,
                refused.stream()
                        .filter(entry -> entry.act().subjectId().startsWith("usr_"))
                        .toList(),
                entry -> new Group(entry.act().subjectId(), entry.act().siteId()),
                entry -> entry.act().times(),
                _ -> MOST_OF_ONE);
        List<Anomaly> onAll = Anomaly.tooMany(
                Alert.Kind.STUFFING,
                refused,
                _ -> new Group("", null),
                entry -> entry.act().times(),
                _ -> MOST_OF_ALL);
        return Stream.concat(onOne.stream(), onAll.stream()).toList();
    }
}
