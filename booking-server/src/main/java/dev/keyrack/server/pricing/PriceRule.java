package dev.keyrack.server.pricing;

import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Tax;
import dev.keyrack.contract.value.Grain;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;

/// What a period costs: a price for each grain by the resource's rates, then taxes and fees. Rounded half up to the
/// currency's scale, grain by grain and tax by tax, so that the lines always add up to the total.
public final class PriceRule {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PriceRule() {}

    /// @param dates the local date of each sold grain, at least one
    public static Quote quote(Resource resource, List<LocalDate> dates, int quantity, int guests) {
        CurrencyUnit currency = resource.currency();
        BigDecimal count = BigDecimal.valueOf(quantity);
        List<PriceLine> lines = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (LocalDate date : dates) {
            BigDecimal price = priceOn(resource, date, dates.size()).multiply(count);
            sum = sum.add(price);
            if (resource.grain() != Grain.TIME) {
                lines.add(new PriceLine(PriceLine.Kind.GRAIN, date.toString(), price, false));
            }
        }
        if (resource.grain() == Grain.TIME) {
            lines.add(new PriceLine(PriceLine.Kind.GRAIN, dates.getFirst().toString(), sum, false));
        }
        BigDecimal total = sum;
        for (Tax tax : resource.terms().taxes()) {
            BigDecimal amount = tax.included() && tax.kind() == Tax.Kind.PERCENT
                    ? shareOf(tax, sum, currency)
                    : round(currency, taxOn(tax, sum, dates.size(), quantity, guests));
            lines.add(new PriceLine(
                    tax.kind() == Tax.Kind.PERCENT ? PriceLine.Kind.TAX : PriceLine.Kind.FEE,
                    tax.name(),
                    amount,
                    tax.included()));
            total = tax.included() ? total : total.add(amount);
        }
        BigDecimal grains = BigDecimal.valueOf((long) dates.size() * quantity);
        BigDecimal perGrain = sum.divide(grains, currency.getDecimalPlaces(), RoundingMode.HALF_UP);
        return new Quote(round(currency, total), perGrain, currency, List.copyOf(lines));
    }

    private static BigDecimal priceOn(Resource resource, LocalDate date, int grains) {
        BigDecimal price = resource.terms().basePrice();
        List<RateRule> rates = resource.rates().stream()
                .filter(rate -> rate.holdsOn(date, grains))
                .toList();
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
        return round(resource.currency(), price);
    }

    /// What of a gross sum is the tax: `gross - gross / (1 + percent / 100)`, rounded once.
    private static BigDecimal shareOf(Tax tax, BigDecimal gross, CurrencyUnit currency) {
        return gross.multiply(tax.amount())
                .divide(HUNDRED.add(tax.amount()), currency.getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    private static BigDecimal taxOn(Tax tax, BigDecimal sum, int grains, int quantity, int guests) {
        return switch (tax.kind()) {
            case PERCENT -> sum.multiply(tax.amount()).divide(HUNDRED);
            case PER_STAY -> tax.amount().multiply(BigDecimal.valueOf(quantity));
            case PER_GRAIN -> tax.amount().multiply(BigDecimal.valueOf((long) grains * quantity));
            case PER_GUEST_AND_GRAIN -> tax.amount().multiply(BigDecimal.valueOf((long) grains * guests));
        };
    }

    private static BigDecimal round(CurrencyUnit currency, BigDecimal amount) {
        return amount.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP);
    }
}
