package dev.keyrack.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names a booking. On the wire a string: `bkg_` and then 1 to 40 lower-case letters or digits.
public record BookingId(@JsonValue String value) {

    private static final String PREFIX = "bkg_";

    /// @throws IllegalArgumentException if the value is not of this shape
    @JsonCreator
    public BookingId {
        Identifiers.check(PREFIX, value);
    }

    /// A new name with 128 random bits, so that no stranger can guess it.
    public static BookingId random() {
        return new BookingId(Identifiers.random(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
