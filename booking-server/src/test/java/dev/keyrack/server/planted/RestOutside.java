package dev.keyrack.server.planted;

import jakarta.ws.rs.GET;

/// Planted: REST outside an endpoint.
public final class RestOutside {

    @GET
    public String get() {
        return "";
    }
}
