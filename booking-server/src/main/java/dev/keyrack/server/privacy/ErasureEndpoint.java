package dev.keyrack.server.privacy;

import dev.keyrack.contract.privacy.EraseAccount;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.gate.Limited;
import dev.keyrack.server.gate.Tier;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/// Erasure over HTTP.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class ErasureEndpoint {

    private final ErasureService erasures;

    public ErasureEndpoint(ErasureService erasures) {
        this.erasures = erasures;
    }

    /// Erases one's own account, and who its bookings were for.
    @POST
    @Path("/users/me/erasure")
    @Consumes(MediaType.APPLICATION_JSON)
    @Limited(Tier.SIGN_IN)
    @Allowed(Action.ERASE_ACCOUNT)
    @Caller.Recent
    public void eraseAccount(EraseAccount wanted, @Context ContainerRequestContext context) {
        erasures.eraseAccount(Caller.of(context), wanted);
    }
}
