package dev.keyrack.contract.device;

/// Makes a program a device, by the code that staff were shown.
///
/// @param publicKey the device's own Ed25519 key (RFC 8032): 32 octets as 43 characters of base64url
public record EnrolDevice(String code, String publicKey) {

    /// @throws IllegalArgumentException if the key is not of its form
    public EnrolDevice {
        if (!publicKey.matches("[A-Za-z0-9_-]{43}")) {
            throw new IllegalArgumentException("expected a publicKey of 43 characters of base64url");
        }
    }

    /// Does not show the code.
    @Override
    public String toString() {
        return "EnrolDevice[publicKey=" + publicKey + "]";
    }
}
