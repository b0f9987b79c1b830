package dev.keyrack.contract.device;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether a device may work.
public enum DeviceStatus {
    @JsonProperty("in_service")
    IN_SERVICE,
    /// It works no more, and keeps what it has.
    @JsonProperty("retired")
    RETIRED,
    /// It is in strange hands: it works no more, its key counts no more, and at its next contact it deletes what it
    /// has.
    @JsonProperty("lost")
    LOST
}
