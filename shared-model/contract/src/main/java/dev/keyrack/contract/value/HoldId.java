package dev.keyrack.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names a hold. On the wire a string: `hld_` and then 1 to 40 lower-case letters or digits.
public record HoldId(@JsonValue String value) {

    private static final String PREFIX = "hld_";

    /// @throws IllegalArgumentException if the value is not of this shape
    @JsonCreator
    public HoldId {
        Identifiers.check(PREFIX, value);
    }

    /// A new name with 128 random bits, so that no stranger can guess it.
    public static HoldId random() {
        return new HoldId(Identifiers.random(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
