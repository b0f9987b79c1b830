package dev.keyrack.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// How many of a resource are wanted: 1 to 10,000.
public record Quantity(@JsonValue int count) {

    public static final Quantity ONE = new Quantity(1);
    private static final int MOST = 10_000;

    /// @throws IllegalArgumentException if the count is out of range
    @JsonCreator
    public Quantity {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("expected a whole number from 1 to " + MOST);
        }
    }
}
