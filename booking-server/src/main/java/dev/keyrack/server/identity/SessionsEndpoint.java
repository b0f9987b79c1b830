package dev.keyrack.server.identity;

import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.Registration;
import dev.keyrack.contract.identity.SetUp;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.gate.Limited;
import dev.keyrack.server.gate.Tier;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.session.SessionService;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/// Set-up, registration and sign-in over HTTP.
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
    @Answers(value = AccessToken.class, status = 201)
    public Response register(Registration request, @Context HttpHeaders headers) {
        return Response.status(Response.Status.CREATED)
                .entity(identity.register(request, language(headers), new SessionService.Place(client(headers), null)))
                .build();
    }

    private static String client(HttpHeaders headers) {
        String client = headers.getHeaderString(HttpHeaders.USER_AGENT);
        return client == null ? "" : client;
    }

    /// Makes the first administrator, with the code that the server printed when it was started.
    @POST
    @Path("/setup")
    @Limited(Tier.SIGN_IN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.SET_UP)
    @Answers(value = AccessToken.class, status = 201)
    public Response setUp(SetUp request, @Context HttpHeaders headers) {
        return Response.status(Response.Status.CREATED)
                .entity(identity.setUp(request, language(headers), new SessionService.Place(client(headers), null)))
                .build();
    }

    /// The first of the languages that mails are written in.
    private static String language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("de") || language.equals("en"))
                .findFirst()
                .orElse("en");
    }
}
