package dev.keyrack.client.api;

import dev.keyrack.client.api.ServerCalls.Request;
import dev.keyrack.contract.partner.ApiKey;
import dev.keyrack.contract.partner.ApiKeyId;
import dev.keyrack.contract.partner.CreateApiKey;
import dev.keyrack.contract.partner.CreatedApiKey;
import java.util.List;

/// The keys of partners' programs.
public final class KeyApi {

    private final ServerCalls calls;

    KeyApi(ServerCalls calls) {
        this.calls = calls;
    }

    /// Those that are over, too.
    public ApiOutcome<List<ApiKey>> list() {
        return calls.send(calls.at("api-keys"), Request.get(), ApiKey[].class).map(List::of);
    }

    public ApiOutcome<CreatedApiKey> create(CreateApiKey wanted) {
        return calls.send(calls.at("api-keys"), Request.post(wanted), CreatedApiKey.class);
    }

    public ApiOutcome<Void> end(ApiKeyId key) {
        return calls.send(calls.at("api-keys").path(key.value()), Request.delete(), Void.class);
    }
}
