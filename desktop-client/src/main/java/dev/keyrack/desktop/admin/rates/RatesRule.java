package dev.keyrack.desktop.admin.rates;

import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.contract.catalog.ResourceRates;
import dev.keyrack.contract.catalog.StayRule;
import java.util.ArrayList;
import java.util.List;

/// Changes a resource's rates and rules by their value, so that the same change can be made again on top of what
/// somebody else has saved meanwhile.
final class RatesRule {

    private RatesRule() {}

    /// Adds a rate or a rule as the last, which wins over those before it.
    static ResourceRates add(ResourceRates rates, List<RateRule> newRates, List<StayRule> newRules) {
        List<RateRule> prices = new ArrayList<>(rates.rates());
        prices.addAll(newRates);
        List<StayRule> rules = new ArrayList<>(rates.rules());
        rules.addAll(newRules);
        return new ResourceRates(prices, rules);
    }

    /// Without that rate or rule; what is not there any more is no matter.
    static ResourceRates remove(ResourceRates rates, Object rule) {
        return new ResourceRates(without(rates.rates(), rule), without(rates.rules(), rule));
    }

    /// That rate or rule so many places further down; at either end it stays.
    static ResourceRates move(ResourceRates rates, Object rule, int places) {
        return new ResourceRates(moved(rates.rates(), rule, places), moved(rates.rules(), rule, places));
    }

    private static <T> List<T> without(List<T> list, Object rule) {
        int at = list.indexOf(rule);
        List<T> left = new ArrayList<>(list);
        if (at >= 0) {
            left.remove(at);
        }
        return left;
    }

    private static <T> List<T> moved(List<T> list, Object rule, int places) {
        int at = list.indexOf(rule);
        List<T> order = new ArrayList<>(list);
        if (at >= 0) {
            T moved = order.remove(at);
            order.add(Math.clamp(at + (long) places, 0, order.size()), moved);
        }
        return order;
    }
}
