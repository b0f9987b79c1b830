package dev.keyrack.kiosk.payment;

import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import java.time.Duration;
import java.time.Instant;

/// Until when a booking can be cancelled for nothing.
public final class PolicyRule {

    private PolicyRule() {}

    static Instant freeUntil(CancellationPolicy policy, Site site, Period period) {
        Instant start = switch (period) {
            case StayRange nights ->
                nights.checkIn()
                        .atTime(site.checkInTime())
                        .atZone(site.timeZone())
                        .toInstant();
            case TimeRange time -> time.start();
        };
        return start.minus(Duration.ofHours(policy.freeUntilHours()));
    }
}
