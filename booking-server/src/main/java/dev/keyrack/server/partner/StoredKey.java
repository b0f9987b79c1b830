package dev.keyrack.server.partner;

import dev.keyrack.contract.partner.ApiKey;
import dev.keyrack.server.http.Caller;
import java.time.Instant;

/// A row of `api_key`, and the account that it comes in as.
record StoredKey(ApiKey key, Caller account, String secretHash) {

    boolean isGood(Instant now) {
        return key.endedAt() == null && now.isBefore(key.expiresAt());
    }

    @Override
    public String toString() {
        return "StoredKey[" + key.keyId() + "]";
    }
}
