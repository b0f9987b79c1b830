package dev.keyrack.server.pricing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.keyrack.contract.booking.PriceLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/// What something costs, line by line. Amounts have the currency's scale.
///
/// @param total everything the guest pays
/// @param perGrain price of one grain on average, before taxes that are added
public record Quote(BigDecimal total, BigDecimal perGrain, CurrencyUnit currency, List<PriceLine> lines) {

    @JsonIgnore
    public Money totalMoney() {
        return Money.of(currency, total, RoundingMode.UNNECESSARY);
    }
}
