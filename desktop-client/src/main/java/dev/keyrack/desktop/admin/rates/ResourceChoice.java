package dev.keyrack.desktop.admin.rates;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.value.Grain;

/// A resource to choose.
record ResourceChoice(Resource resource) {

    boolean hasPerformances() {
        return resource.grain() == Grain.OCCURRENCE;
    }

    @Override
    public String toString() {
        return resource.terms().name();
    }
}
