package dev.keyrack.contract.partner;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.keyrack.contract.value.Identifiers;

/// Names a key. On the wire a string: `key_` and then 1 to 40 lower-case letters or digits.
public record ApiKeyId(@JsonValue String value) {

    private static final String PREFIX = "key_";

    /// @throws IllegalArgumentException if the value is not of this shape
    @JsonCreator
    public ApiKeyId {
        Identifiers.check(PREFIX, value);
    }

    public static ApiKeyId random() {
        return new ApiKeyId(Identifiers.random(PREFIX));
    }

    /// What follows the prefix.
    public String bare() {
        return value.substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
