package dev.keyrack.server.privacy;

import dev.keyrack.contract.privacy.AcceptTerms;
import dev.keyrack.contract.privacy.Consents;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.identity.ConsentService;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/// What somebody accepted, over HTTP.
@Path("/api/v1/users/me/consents")
@Produces(MediaType.APPLICATION_JSON)
public final class ConsentsEndpoint {

    private final ConsentService consents;

    public ConsentsEndpoint(ConsentService consents) {
        this.consents = consents;
    }

    @GET
    @Allowed(Action.READ_ACCOUNT)
    public Consents list(@Context ContainerRequestContext context) {
        return consents.list(Caller.of(context));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.CHANGE_ACCOUNT)
    public Consents accept(AcceptTerms wanted, @Context ContainerRequestContext context) {
        return consents.accept(Caller.of(context), wanted.version());
    }
}
