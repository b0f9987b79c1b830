package dev.keyrack.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names a resource: a room type, a practitioner, an event. On the wire a string: `res_` and then 1 to 40 lower-
/// case letters or digits.
public record ResourceId(@JsonValue String value) {

    private static final String PREFIX = "res_";

    /// @throws IllegalArgumentException if the value is not of this shape
    @JsonCreator
    public ResourceId {
        Identifiers.check(PREFIX, value);
    }

    /// A new name with 128 random bits, so that no stranger can guess it.
    public static ResourceId random() {
        return new ResourceId(Identifiers.random(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
