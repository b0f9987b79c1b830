package dev.keyrack.contract.device;

import java.time.Instant;

/// What somebody types at a kiosk to make it this device.
///
/// @param code two groups of five letters and digits; good once
/// @param expiresAt until when
public record EnrolmentCode(Device device, String code, Instant expiresAt) {

    /// Does not show the code.
    @Override
    public String toString() {
        return "EnrolmentCode[device=" + device + "]";
    }
}
