package dev.keyrack.server.planted;

import jakarta.ws.rs.GET;

/// Planted: an endpoint that gives an entity away and does not say to whom.
public final class LeakingEndpoint {

    @GET
    public PublicEntity get() {
        return new PublicEntity();
    }
}
