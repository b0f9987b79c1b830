package dev.keyrack.contract.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.keyrack.contract.value.Identifiers;

/// Names what begins with a sign-in. On the wire a string: `ses_` and then 1 to 40 lower-case letters or digits.
public record SessionId(@JsonValue String value) {

    private static final String PREFIX = "ses_";

    /// @throws IllegalArgumentException if the value is not of this shape
    @JsonCreator
    public SessionId {
        Identifiers.check(PREFIX, value);
    }

    /// A new name with 128 random bits, so that no stranger can guess it.
    public static SessionId random() {
        return new SessionId(Identifiers.random(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
