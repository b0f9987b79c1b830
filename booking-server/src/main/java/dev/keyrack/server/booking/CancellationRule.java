package dev.keyrack.server.booking;

import dev.keyrack.contract.catalog.CancellationPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.Money;

/// What goes back to a guest who cancels, or never comes.
public final class CancellationRule {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private CancellationRule() {}

    /// The part of what was paid that goes back on a cancellation at `now` of something that starts at `start`.
    ///
    /// @param total what the booking costs; the fee is a share of it, and never more than was paid is kept
    static Money refund(CancellationPolicy policy, Instant start, Instant now, Money total, Money paid) {
        Instant freeUntil = start.minus(Duration.ofHours(policy.freeUntilHours()));
        return now.isAfter(freeUntil) ? keep(policy.feePercent(), total, paid) : paid;
    }

    /// The part of what was paid that goes back when the guest did not come.
    public static Money refundOfNoShow(CancellationPolicy policy, Money total, Money paid) {
        return keep(policy.noShowPercent(), total, paid);
    }

    private static Money keep(int percent, Money total, Money paid) {
        Money fee = total.multipliedBy(BigDecimal.valueOf(percent).divide(HUNDRED), RoundingMode.HALF_UP);
        Money rest = paid.minus(fee);
        return rest.isNegative() ? Money.zero(paid.getCurrencyUnit()) : rest;
    }
}
