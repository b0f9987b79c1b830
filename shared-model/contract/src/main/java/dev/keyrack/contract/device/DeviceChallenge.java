package dev.keyrack.contract.device;

import dev.keyrack.contract.value.UserId;
import java.nio.charset.StandardCharsets;

/// What a device signs to show that it has its key: good once, for a minute.
///
/// @param challenge 256 random bits as 43 characters of base64url
public record DeviceChallenge(String challenge) {

    /// The octets that are signed: what this is, the device and the challenge, a line each.
    public byte[] signedBy(UserId device) {
        return ("keyrack device sign-in\n" + device + "\n" + challenge).getBytes(StandardCharsets.UTF_8);
    }
}
