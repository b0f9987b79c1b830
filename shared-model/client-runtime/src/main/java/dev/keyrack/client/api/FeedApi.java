package dev.keyrack.client.api;

import dev.keyrack.client.api.ServerCalls.Request;
import dev.keyrack.contract.sync.ChangePage;
import dev.keyrack.contract.sync.SnapshotPage;
import jakarta.ws.rs.client.WebTarget;
import org.jspecify.annotations.Nullable;

/// News and whole scopes.
public final class FeedApi {

    private final ServerCalls calls;

    FeedApi(ServerCalls calls) {
        this.calls = calls;
    }

    public ApiOutcome<SnapshotPage> snapshot(String scope, @Nullable String page) {
        WebTarget target = calls.at("sync/snapshot").path(scope);
        return calls.send(page == null ? target : target.queryParam("page", page), Request.get(), SnapshotPage.class);
    }

    /// @param wait seconds that the server may take until something happens
    public ApiOutcome<ChangePage> changes(String cursor, int wait) {
        WebTarget target = calls.at("sync/changes").queryParam("cursor", cursor).queryParam("wait", wait);
        return calls.send(target, Request.get(), ChangePage.class);
    }
}
