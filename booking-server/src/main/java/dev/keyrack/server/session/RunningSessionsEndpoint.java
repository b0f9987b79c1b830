package dev.keyrack.server.session;

import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.ActiveSession;
import dev.keyrack.contract.identity.RefreshSession;
import dev.keyrack.contract.identity.SessionId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
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
import java.util.List;

/// What becomes of sessions, over HTTP.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class RunningSessionsEndpoint {

    private final SessionService sessions;

    public RunningSessionsEndpoint(SessionService sessions) {
        this.sessions = sessions;
    }

    @POST
    @Path("/sessions/refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.REFRESH_SESSION)
    public AccessToken refresh(RefreshSession request) {
        return sessions.refresh(request);
    }

    /// Signs out.
    @DELETE
    @Path("/sessions/current")
    @Allowed(Action.END_SESSION)
    public void signOut(@Context ContainerRequestContext context) {
        sessions.signOut(Caller.of(context));
    }

    @GET
    @Path("/users/me/sessions")
    @Allowed(Action.READ_ACCOUNT)
    public List<ActiveSession> list(@Context ContainerRequestContext context) {
        return sessions.list(Caller.of(context));
    }

    @DELETE
    @Path("/users/me/sessions/{sessionId}")
    @Allowed(Action.END_SESSION)
    public void end(@PathParam("sessionId") SessionId session, @Context ContainerRequestContext context) {
        sessions.end(Caller.of(context), session);
    }
}
