package dev.keyrack.server.guest;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.guest.MergeGuests;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Guests over HTTP.
@Path("/api/v1/guests")
@Produces(MediaType.APPLICATION_JSON)
public final class GuestsEndpoint {

    private final GuestService guests;

    public GuestsEndpoint(GuestService guests) {
        this.guests = guests;
    }

    /// Makes two guests one; answers the bookings that changed.
    @POST
    @Path("/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.MERGE_GUESTS)
    @Answers(Booking[].class)
    public Response merge(MergeGuests request, @Context ContainerRequestContext context) {
        return guests.merge(Caller.of(context), request, IdempotencyKey.of(context))
                .toResponse();
    }
}
