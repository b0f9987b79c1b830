package dev.keyrack.server.anomaly;

import dev.keyrack.contract.audit.Alert;
import dev.keyrack.server.anomaly.Anomaly.Group;
import dev.keyrack.server.audit.AuditEntry;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.persistence.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// One person promises money back ten times within an hour, or 10,000.00 in all (a million of the currency's smallest
/// unit).
final class OddRefundRule {

    static final int MOST = 10;
    static final long MOST_MINOR = 1_000_000;
    private static final Duration SPAN = Duration.ofHours(1);

    private OddRefundRule() {}

    static List<Anomaly> find(List<AuditEntry> recent, Instant now) {
        List<AuditEntry> refunds = Anomaly.within(recent, now, SPAN).stream()
                .filter(entry -> givenBack(entry) > 0 && isPerson(entry))
                .toList();
        List<Anomaly> many = Anomaly.tooMany(Alert.Kind.ODD_REFUNDS, refunds, Group::byActor, _ -> 1, _ -> MOST);
        List<Anomaly> large = Anomaly.tooMany(
                        Alert.Kind.ODD_REFUNDS, refunds, Group::byActor, OddRefundRule::givenBack, _ -> MOST_MINOR)
                .stream()
                .map(anomaly ->
                        new Anomaly(anomaly.kind(), anomaly.subjectId(), anomaly.siteId(), countOf(refunds, anomaly)))
                .toList();
        return Stream.concat(many.stream(), large.stream()).distinct().toList();
    }

    private static int countOf(List<AuditEntry> refunds, Anomaly anomaly) {
        return (int) refunds.stream()
                .filter(entry -> Group.byActor(entry).equals(new Group(anomaly.subjectId(), anomaly.siteId())))
                .count();
    }

    /// Guests without an account cancel each their own.
    private static boolean isPerson(AuditEntry entry) {
        return !entry.actor().equals(Caller.SYSTEM.userId()) && !entry.actor().equals(Caller.ANONYMOUS.userId());
    }

    /// In the currency's smallest unit.
    private static long givenBack(AuditEntry entry) {
        Optional<Money> before = refund(entry.act().before());
        Optional<Money> after = refund(entry.act().after());
        return before.isPresent() && after.isPresent() && after.get().isGreaterThan(before.get())
                ? after.get().minus(before.get()).getAmountMinorLong()
                : 0;
    }

    private static Optional<Money> refund(@Nullable String state) {
        if (state == null || !state.startsWith("{") || !state.endsWith("}")) {
            return Optional.empty();
        }
        Object refund = Json.read(state, Map.class).get("refund");
        return refund instanceof String text ? Optional.of(Money.parse(text)) : Optional.empty();
    }
}
