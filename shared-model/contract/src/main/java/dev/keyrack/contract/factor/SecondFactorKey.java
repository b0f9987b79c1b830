package dev.keyrack.contract.factor;

/// What an authenticator program must know, shown once.
///
/// @param secret 160 bits in base32 (RFC 4648), for typing
/// @param uri the same as `otpauth://` address, for a QR code
public record SecondFactorKey(String secret, String uri) {

    /// Does not show the secret.
    @Override
    public String toString() {
        return "SecondFactorKey[]";
    }
}
