package dev.keyrack.contract.catalog;

import java.util.List;

/// All rates and rules of a resource, in the order in which they hold; replaces what was there.
public record ResourceRates(List<RateRule> rates, List<StayRule> rules) {

    public ResourceRates {
        rates = List.copyOf(rates);
        rules = List.copyOf(rules);
    }
}
