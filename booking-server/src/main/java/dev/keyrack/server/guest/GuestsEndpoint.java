package dev.keyrack.server.guest;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.guest.MergeGuests;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import dev.keyrack.server.privacy.ErasureService;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
    private final ErasureService erasures;

    public GuestsEndpoint(GuestService guests, ErasureService erasures) {
        this.guests = guests;
        this.erasures = erasures;
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

    /// Erases who a guest was; a second time changes nothing.
    @POST
    @Path("/{guestId}/erasure")
    @Allowed(Action.ERASE_GUEST)
    @Caller.Recent
    public void erase(@PathParam("guestId") GuestId guest, @Context ContainerRequestContext context) {
        erasures.eraseGuest(Caller.of(context), guest);
    }
}
