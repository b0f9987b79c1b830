package dev.keyrack.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names a unit: one room, chair or seat. On the wire a string: `unt_` and then 1 to 40 lower-case letters or digits.
public record UnitId(@JsonValue String value) {

    private static final String PREFIX = "unt_";

    /// @throws IllegalArgumentException if the value is not of this shape
    @JsonCreator
    public UnitId {
        Identifiers.check(PREFIX, value);
    }

    /// A new name with 128 random bits, so that no stranger can guess it.
    public static UnitId random() {
        return new UnitId(Identifiers.random(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
