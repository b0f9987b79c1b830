package dev.keyrack.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/// The `Idempotency-Key` of a request, with what it is bound to: who, which route, and which body.
public record IdempotencyKey(Caller caller, String route, String key, String bodyHash) {

    static final String PROPERTY = "dev.keyrack.idempotency";

    /// The key of a request, or null where it has none.
    public static @Nullable IdempotencyKey of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof IdempotencyKey key ? key : null;
    }
}
