package dev.keyrack.contract.partner;

/// A key that was just made.
///
/// @param secret what the program shows to get a token; told this once
public record CreatedApiKey(ApiKey key, String secret) {

    /// Does not show the secret.
    @Override
    public String toString() {
        return "CreatedApiKey[" + key.keyId() + "]";
    }
}
