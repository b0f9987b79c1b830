package dev.keyrack.kiosk.payment;

import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// Until when a stay can be cancelled for nothing.
public final class PolicyRule {

    private PolicyRule() {}

    static Instant freeUntil(CancellationPolicy policy, Site site, LocalDate checkIn) {
        return checkIn.atTime(site.checkInTime())
                .atZone(site.timeZone())
                .toInstant()
                .minus(Duration.ofHours(policy.freeUntilHours()));
    }
}
