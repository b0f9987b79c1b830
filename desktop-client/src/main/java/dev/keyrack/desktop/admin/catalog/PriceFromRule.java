package dev.keyrack.desktop.admin.catalog;

import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.contract.catalog.Resource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/// The lowest price of one grain in the year to come, as the list of resources shows it; what is sold is priced by the
/// server alone.
final class PriceFromRule {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PriceFromRule() {}

    static BigDecimal lowest(Resource resource, LocalDate today) {
        return today.datesUntil(today.plusYears(1))
                .map(date -> priceOn(resource, date))
                .min(BigDecimal::compareTo)
                .orElse(resource.terms().basePrice());
    }

    private static BigDecimal priceOn(Resource resource, LocalDate date) {
        List<RateRule> rates =
                resource.rates().stream().filter(rate -> rate.holdsOn(date, 1)).toList();
        BigDecimal price = resource.terms().basePrice();
        for (RateRule rate : rates) {
            BigDecimal fixed = rate.price();
            price = fixed == null ? price : fixed;
        }
        for (RateRule rate : rates) {
            BigDecimal percent = rate.percent();
            price = percent == null
                    ? price
                    : price.multiply(HUNDRED.add(percent)).divide(HUNDRED);
        }
        return price.setScale(resource.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
    }
}
