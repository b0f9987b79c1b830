package dev.keyrack.server.anomaly;

import dev.keyrack.contract.audit.Alert;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Something that stands out.
///
/// @param subjectId who did it, or to whom it was done
/// @param count how many acts made it stand out
record Anomaly(Alert.Kind kind, String subjectId, @Nullable SiteId siteId, int count) {

    /// Whose acts are counted together.
    record Group(String subjectId, @Nullable SiteId siteId) {

        /// By who did it.
        static Group byActor(AuditEntry entry) {
            return new Group(entry.actor().value(), entry.act().siteId());
        }

        Anomaly stands(Alert.Kind kind, long count) {
            return new Anomaly(kind, subjectId, siteId, (int) Math.min(Integer.MAX_VALUE, count));
        }
    }

    /// Those of the last so long.
    static List<AuditEntry> within(List<AuditEntry> entries, Instant now, Duration span) {
        Instant since = now.minus(span);
        return entries.stream().filter(entry -> !entry.at().isBefore(since)).toList();
    }

    /// Counts entries by their groups, and names the groups of which there are too many.
    static List<Anomaly> tooMany(
            Alert.Kind kind,
            List<AuditEntry> entries,
            Function<AuditEntry, Group> group,
            ToLongFunction<AuditEntry> weight,
            ToLongFunction<Group> limit) {
        Map<Group, Long> sums = new HashMap<>();
        entries.forEach(entry -> sums.merge(group.apply(entry), weight.applyAsLong(entry), Long::sum));
        List<Anomaly> found = new ArrayList<>();
        sums.forEach((one, sum) -> {
            if (sum >= limit.applyAsLong(one)) {
                found.add(one.stands(kind, sum));
            }
        });
        return found;
    }
}
