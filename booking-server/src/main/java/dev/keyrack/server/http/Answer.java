package dev.keyrack.server.http;

import dev.keyrack.server.persistence.Json;
import jakarta.ws.rs.core.Response;

/// What was answered: kept under its idempotency key, so that a repeated request is answered the same.
public record Answer(int status, String json) {

    public static Answer of(int status, Object body) {
        return new Answer(status, Json.write(body));
    }

    public Response toResponse() {
        String type = status >= 400 ? "application/problem+json" : "application/json";
        return Response.status(status).type(type).entity(json).build();
    }
}
