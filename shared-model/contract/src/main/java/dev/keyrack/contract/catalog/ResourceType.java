package dev.keyrack.contract.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keyrack.contract.value.Grain;

/// The kinds of resource that the search knows.
public enum ResourceType {
    @JsonProperty("hotel")
    HOTEL(Grain.NIGHT),
    @JsonProperty("appointment")
    APPOINTMENT(Grain.TIME),
    @JsonProperty("event")
    EVENT(Grain.OCCURRENCE);

    private final Grain grain;

    ResourceType(Grain grain) {
        this.grain = grain;
    }

    /// The grain by which this type is sold.
    public Grain grain() {
        return grain;
    }
}
