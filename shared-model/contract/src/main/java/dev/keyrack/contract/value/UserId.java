package dev.keyrack.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names an account of a guest, of staff or of a device. On the wire a string: `usr_` and then 1 to 40 lower-case
/// letters or digits.
public record UserId(@JsonValue String value) {

    private static final String PREFIX = "usr_";

    /// @throws IllegalArgumentException if the value is not of this shape
    @JsonCreator
    public UserId {
        Identifiers.check(PREFIX, value);
    }

    /// A new name with 128 random bits, so that no stranger can guess it.
    public static UserId random() {
        return new UserId(Identifiers.random(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
