package dev.keyrack.server.pricing;

import dev.keyrack.contract.catalog.Resource;
import java.time.LocalDate;

/// How many of a resource can be sold on a date: what the last rule says that holds then, else the resource's own
/// capacity.
public final class CapacityRule {

    private CapacityRule() {}

    public static int capacity(Resource resource, LocalDate date) {
        return resource.rules().reversed().stream()
                .filter(rule -> rule.capacity() != null && rule.holdsOn(date))
                .mapToInt(rule -> {
                    Integer capacity = rule.capacity();
                    return capacity == null ? 0 : capacity;
                })
                .findFirst()
                .orElse(resource.terms().capacity());
    }
}
