package dev.keyrack.contract.device;

import dev.keyrack.contract.value.UserId;

/// Shows that a device has its key.
///
/// @param signature of [DeviceChallenge#signedBy], by Ed25519: 64 octets as 86 characters of base64url
public record DeviceSignIn(UserId userId, String signature) {

    /// @throws IllegalArgumentException if the signature is not of its form
    public DeviceSignIn {
        if (!signature.matches("[A-Za-z0-9_-]{86}")) {
            throw new IllegalArgumentException("expected a signature of 86 characters of base64url");
        }
    }
}
