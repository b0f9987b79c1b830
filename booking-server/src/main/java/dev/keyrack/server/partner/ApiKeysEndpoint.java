package dev.keyrack.server.partner;

import dev.keyrack.contract.partner.ApiKey;
import dev.keyrack.contract.partner.ApiKeyId;
import dev.keyrack.contract.partner.CreateApiKey;
import dev.keyrack.contract.partner.CreatedApiKey;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.http.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// The keys of partners' programs, over HTTP.
@Path("/api/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
public final class ApiKeysEndpoint {

    private final ApiKeyService keys;

    public ApiKeysEndpoint(ApiKeyService keys) {
        this.keys = keys;
    }

    /// Those that are over, too.
    @GET
    @Allowed(Action.READ_API_KEYS)
    public List<ApiKey> list(@Context ContainerRequestContext context) {
        return keys.list(Caller.of(context));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.CHANGE_API_KEYS)
    @Caller.Recent
    @Answers(value = CreatedApiKey.class, status = 201)
    public Response create(CreateApiKey wanted, @Context ContainerRequestContext context) {
        return Response.status(Response.Status.CREATED)
                .entity(keys.create(Caller.of(context), wanted))
                .build();
    }

    @DELETE
    @Path("/{keyId}")
    @Allowed(Action.CHANGE_API_KEYS)
    public void end(@PathParam("keyId") ApiKeyId key, @Context ContainerRequestContext context) {
        keys.end(Caller.of(context), key);
    }
}
