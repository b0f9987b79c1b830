package dev.keyrack.server.anomaly;

import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.Act;
import dev.keyrack.server.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// A record for the rules to look at.
final class Acts {

    static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    static final SiteId SITE = new SiteId("sit_a");

    private final List<AuditEntry> entries = new ArrayList<>();

    static Acts none() {
        return new Acts();
    }

    Acts add(Instant at, String actor, Act act) {
        entries.add(new AuditEntry(entries.size() + 1L, at, new UserId(actor), act));
        return this;
    }

    /// The same again and again, evenly within a span that ends at noon.
    Acts add(int times, Duration span, String actor, IntFunction<Act> act) {
        for (int i = 0; i < times; i++) {
            add(NOON.minus(span.multipliedBy(i).dividedBy(times)), actor, act.apply(i));
        }
        return this;
    }

    List<AuditEntry> list() {
        return List.copyOf(entries);
    }

    static Act act(String action, String subject) {
        return Act.of(action, subject, "").at(SITE);
    }

    /// A cancellation that gives so much back.
    static Act refund(int booking, String amount) {
        return act("booking.cancelled", "bkg_" + booking)
                .changed(Map.of("refund", "EUR 0.00"), Map.of("refund", "EUR " + amount));
    }
}
