package dev.keyrack.contract.booking;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Where a promise stands.
public enum BookingStatus {
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("checked_in")
    CHECKED_IN,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("no_show")
    NO_SHOW,
    /// A status that this program is too old to know.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN;

    /// The word on the wire.
    public String toWord() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
