package dev.keyrack.contract.guest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.keyrack.contract.value.Identifiers;

/// Names a guest of a site across bookings. On the wire a string: `gst_` and then 1 to 40 lower-case letters or digits.
public record GuestId(@JsonValue String value) {

    private static final String PREFIX = "gst_";

    /// @throws IllegalArgumentException if the value is not of this shape
    @JsonCreator
    public GuestId {
        Identifiers.check(PREFIX, value);
    }

    /// A new name with 128 random bits, so that no stranger can guess it.
    public static GuestId random() {
        return new GuestId(Identifiers.random(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
