package dev.keyrack.server.anomaly;

import dev.keyrack.contract.audit.Alert;
import dev.keyrack.server.anomaly.Anomaly.Group;
import dev.keyrack.server.audit.AuditEntry;
import dev.keyrack.server.http.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One person cancels twenty bookings of a site within half an hour (all without an account together a hundred).
final class MassCancellationRule {

    static final int MOST = 20;
    static final int MOST_ANONYMOUS = 100;
    private static final Duration SPAN = Duration.ofMinutes(30);

    private MassCancellationRule() {}

    static List<Anomaly> find(List<AuditEntry> recent, Instant now) {
        return Anomaly.tooMany(
                Alert.Kind.MASS_CANCELLATION,
                Anomaly.within(recent, now, SPAN).stream()
                        .filter(entry -> entry.act().action().equals("booking.cancelled")
                                && !entry.actor().equals(Caller.SYSTEM.userId()))
                        .toList(),
                Group::byActor,
                _ -> 1,
                group -> group.subjectId().equals(Caller.ANONYMOUS.userId().value()) ? MOST_ANONYMOUS : MOST);
    }
}
