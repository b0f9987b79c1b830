package dev.keyrack.server.inventory;

import dev.keyrack.contract.availability.CreateHold;
import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.value.HoldId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Holds over HTTP. A hold made without an account belongs to whoever knows its identifier.
@Path("/api/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class HoldsEndpoint {

    private final HoldService holds;
    private final AvailabilityService availability;

    public HoldsEndpoint(HoldService holds, AvailabilityService availability) {
        this.holds = holds;
        this.availability = availability;
    }

    @POST
    @Allowed(Action.HOLD)
    @Answers(value = Hold.class, status = 201)
    public Response create(CreateHold request, @Context ContainerRequestContext context) {
        return availability
                .offering(
                        request.resourceId(),
                        request.startDate(),
                        request.endDate(),
                        request.quantity(),
                        () -> holds.create(Caller.of(context), request, IdempotencyKey.of(context)))
                .toResponse();
    }

    @GET
    @Path("/{holdId}")
    @Allowed(Action.HOLD)
    @Answers(Hold.class)
    public Response get(@PathParam("holdId") HoldId id, @Context ContainerRequestContext context) {
        Hold hold = holds.get(Caller.of(context), id);
        return Response.ok(hold).header("ETag", hold.revision().toEntityTag()).build();
    }

    @POST
    @Path("/{holdId}/extend")
    @Consumes(MediaType.WILDCARD)
    @Allowed(Action.HOLD)
    @Answers(Hold.class)
    public Response extend(@PathParam("holdId") HoldId id, @Context ContainerRequestContext context) {
        return holds.extend(Caller.of(context), id, IdempotencyKey.of(context)).toResponse();
    }

    @POST
    @Path("/{holdId}/release")
    @Consumes(MediaType.WILDCARD)
    @Allowed(Action.HOLD)
    @Answers(Hold.class)
    public Response release(@PathParam("holdId") HoldId id, @Context ContainerRequestContext context) {
        return holds.release(Caller.of(context), id, IdempotencyKey.of(context)).toResponse();
    }
}
