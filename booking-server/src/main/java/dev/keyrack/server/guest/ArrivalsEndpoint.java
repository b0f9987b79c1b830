package dev.keyrack.server.guest;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.stay.FindArrival;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.http.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Arrivals over HTTP: for kiosks and desks, which know no other way to a stranger's booking.
@Path("/api/v1/arrivals")
@Produces(MediaType.APPLICATION_JSON)
public final class ArrivalsEndpoint {

    private final ArrivalService arrivals;

    public ArrivalsEndpoint(ArrivalService arrivals) {
        this.arrivals = arrivals;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.FIND_ARRIVAL)
    @Answers(Booking.class)
    public Response find(
            FindArrival printed, @Context ContainerRequestContext context, @Context HttpServletRequest connection) {
        Booking booking = arrivals.find(Caller.of(context), printed, connection.getRemoteAddr());
        return Response.ok(booking)
                .header("ETag", booking.revision().toEntityTag())
                .build();
    }
}
