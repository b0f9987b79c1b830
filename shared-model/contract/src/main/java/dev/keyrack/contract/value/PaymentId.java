package dev.keyrack.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names a payment. On the wire a string: `pay_` and then 1 to 40 lower-case letters or digits.
public record PaymentId(@JsonValue String value) {

    private static final String PREFIX = "pay_";

    /// @throws IllegalArgumentException if the value is not of this shape
    @JsonCreator
    public PaymentId {
        Identifiers.check(PREFIX, value);
    }

    /// A new name with 128 random bits, so that no stranger can guess it.
    public static PaymentId random() {
        return new PaymentId(Identifiers.random(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
