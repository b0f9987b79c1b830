package dev.keyrack.server.anomaly;

import dev.keyrack.contract.audit.Alert;
import dev.keyrack.server.audit.Act;
import dev.keyrack.server.audit.AuditEntry;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.persistence.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks through what is new in the audit record, and raises an alert for what stands out, once in six hours for the
/// same.
public final class AnomalyService {

    private static final Logger LOG = LoggerFactory.getLogger(AnomalyService.class);
    private static final Duration SPAN = Duration.ofHours(1);
    private static final Duration SILENCE = Duration.ofHours(6);
    /// How far a server that starts looks back.
    private static final long LOOK_BACK = 50_000;

    private static final List<String> ACTIONS = List.of(
            "session.refused",
            "access.denied",
            "access.not-found",
            "access.unauthenticated",
            "access.history-read",
            "access.exported",
            "booking.cancelled",
            "booking.no-show",
            "booking.changed",
            "audit.broken");

    private static final List<BiFunction<List<AuditEntry>, Instant, List<Anomaly>>> RULES = List.of(
            StuffingRule::find,
            ScrapingRule::find,
            MassCancellationRule::find,
            OddRefundRule::find,
            AnomalyService::broken);

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final AlertStore store = new AlertStore();
    private final List<AuditEntry> recent = new ArrayList<>();
    private long seen = -1;

    public AnomalyService(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /// All that the caller should know of, the newest first.
    List<Alert> list(Caller caller) {
        audit.writeNoted(database);
        look();
        return database.read(tx -> store.list(tx, caller.siteId()));
    }

    /// Looks at what is new.
    synchronized void look() {
        Instant now = clock.instant();
        boolean news = database.read(tx -> {
            long head = audit.head(tx);
            if (seen < 0) {
                seen = Math.max(0, head - LOOK_BACK);
            }
            List<AuditEntry> next = head == seen ? List.of() : audit.list(tx, seen, head, ACTIONS);
            seen = head;
            return recent.addAll(next);
        });
        recent.removeIf(entry -> entry.at().isBefore(now.minus(SPAN)));
        if (news) {
            find(recent, now).forEach(anomaly -> raise(anomaly, now));
        }
    }

    static List<Anomaly> find(List<AuditEntry> recent, Instant now) {
        return RULES.stream().flatMap(rule -> rule.apply(recent, now).stream()).toList();
    }

    private static List<Anomaly> broken(List<AuditEntry> recent, Instant now) {
        return recent.stream()
                .filter(entry -> entry.act().action().equals("audit.broken"))
                .map(entry -> new Anomaly(Alert.Kind.BROKEN_RECORD, "audit", null, 1))
                .toList();
    }

    private void raise(Anomaly anomaly, Instant now) {
        boolean raised = database.write(tx -> {
            if (store.isKnown(tx, anomaly, now.minus(SILENCE))) {
                return false;
            }
            store.add(tx, anomaly, now);
            audit.record(
                    tx,
                    Caller.SYSTEM,
                    Act.of("alert.raised", anomaly.subjectId(), anomaly.kind() + ", " + anomaly.count() + " times")
                            .at(anomaly.siteId()));
            return true;
        });
        if (raised) {
            LOG.warn("Alert: {} by or on {}, {} times", anomaly.kind(), anomaly.subjectId(), anomaly.count());
        }
    }
}
