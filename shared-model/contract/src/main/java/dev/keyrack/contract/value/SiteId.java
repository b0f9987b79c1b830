package dev.keyrack.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names a site: one place with an address, a time zone and a currency. On the wire a string: `sit_` and then 1
/// to 40 lower-case letters or digits.
public record SiteId(@JsonValue String value) {

    private static final String PREFIX = "sit_";

    /// @throws IllegalArgumentException if the value is not of this shape
    @JsonCreator
    public SiteId {
        Identifiers.check(PREFIX, value);
    }

    /// A new name with 128 random bits, so that no stranger can guess it.
    public static SiteId random() {
        return new SiteId(Identifiers.random(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
