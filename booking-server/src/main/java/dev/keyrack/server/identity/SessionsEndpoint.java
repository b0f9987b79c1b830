package dev.keyrack.server.identity;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.Registration;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.gate.Limited;
import dev.keyrack.server.gate.Tier;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.session.SessionService;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Registration and sign-in over HTTP.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsEndpoint {

    private final IdentityService identity;

    public SessionsEndpoint(IdentityService identity) {
        this.identity = identity;
    }

    @POST
    @Path("/sessions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.SIGN_IN)
    @Limited(Tier.SIGN_IN)
    public AccessToken signIn(SignIn request, @Context HttpHeaders headers) {
        return identity.signIn(request, new SessionService.Place(client(headers), request.device()));
    }

    @POST
    @Path("/users")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.REGISTER)
    @Limited(Tier.SIGN_IN)
    public Response register(Registration request, @Context HttpHeaders headers) {
        return Response.status(Response.Status.CREATED)
                .entity(identity.register(request, new SessionService.Place(client(headers), null)))
                .build();
    }

    private static String client(HttpHeaders headers) {
        String client = headers.getHeaderString(HttpHeaders.USER_AGENT);
        return client == null ? "" : client;
    }

    @GET
    @Path("/users/me")
    @Allowed(Action.READ_ACCOUNT)
    public UserDetails me(@Context ContainerRequestContext context) {
        return identity.getDetails(Caller.of(context));
    }
}
