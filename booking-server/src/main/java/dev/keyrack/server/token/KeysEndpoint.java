package dev.keyrack.server.token;

import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// The public keys of access tokens over HTTP (RFC 7517).
@Path("/.well-known/jwks.json")
public final class KeysEndpoint {

    private final SigningKeys keys;

    public KeysEndpoint(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(Action.READ_KEYS)
    @Answers(Object.class)
    public Response list() {
        return Response.ok(keys.toJwks())
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
