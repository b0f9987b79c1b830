package dev.keyrack.server.stay;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.stay.CheckIn;
import dev.keyrack.contract.stay.HistoryEntry;
import dev.keyrack.contract.stay.SwapUnits;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.booking.CancellationService;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answer;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
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

/// What staff do with a booking: each step is a POST, its undo a DELETE of the same path.
@Path("/api/v1/bookings")
@Produces(MediaType.APPLICATION_JSON)
public final class StaysEndpoint {

    private final StayService stays;
    private final CancellationService cancellations;
    private final HistoryService history;
    private final SwapService swaps;
    private final Runnable afterCommit;

    /// @param afterCommit wakes the jobs that carry on what a step began
    public StaysEndpoint(
            StayService stays,
            CancellationService cancellations,
            HistoryService history,
            SwapService swaps,
            Runnable afterCommit) {
        this.stays = stays;
        this.cancellations = cancellations;
        this.history = history;
        this.swaps = swaps;
        this.afterCommit = afterCommit;
    }

    private Response committed(Answer answer) {
        afterCommit.run();
        return answer.toResponse();
    }

    /// What happened to a booking, the oldest first.
    @GET
    @Path("/{bookingId}/history")
    @Allowed(Action.READ_HISTORY)
    public List<HistoryEntry> listHistory(
            @PathParam("bookingId") BookingId id, @Context ContainerRequestContext context) {
        return history.list(Caller.of(context), id);
    }

    @POST
    @Path("/{bookingId}/check-in")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.CHECK_IN)
    @Answers(Booking.class)
    public Response checkIn(
            @PathParam("bookingId") BookingId id, CheckIn request, @Context ContainerRequestContext context) {
        return committed(stays.checkIn(Caller.of(context), id, request, IdempotencyKey.of(context)));
    }

    @DELETE
    @Path("/{bookingId}/check-in")
    @Allowed(Action.UNDO_CHECK_IN)
    @Answers(Booking.class)
    public Response undoCheckIn(@PathParam("bookingId") BookingId id, @Context ContainerRequestContext context) {
        return committed(stays.undoCheckIn(Caller.of(context), id, IdempotencyKey.of(context)));
    }

    @POST
    @Path("/{bookingId}/check-out")
    @Allowed(Action.CHECK_OUT)
    @Answers(Booking.class)
    public Response checkOut(@PathParam("bookingId") BookingId id, @Context ContainerRequestContext context) {
        return committed(stays.checkOut(Caller.of(context), id, IdempotencyKey.of(context)));
    }

    @DELETE
    @Path("/{bookingId}/check-out")
    @Allowed(Action.UNDO_CHECK_OUT)
    @Answers(Booking.class)
    public Response undoCheckOut(@PathParam("bookingId") BookingId id, @Context ContainerRequestContext context) {
        return committed(stays.undoCheckOut(Caller.of(context), id, IdempotencyKey.of(context)));
    }

    @POST
    @Path("/{bookingId}/no-show")
    @Allowed(Action.MARK_NO_SHOW)
    @Answers(Booking.class)
    public Response noShow(@PathParam("bookingId") BookingId id, @Context ContainerRequestContext context) {
        return committed(stays.noShow(Caller.of(context), id, IdempotencyKey.of(context)));
    }

    @DELETE
    @Path("/{bookingId}/no-show")
    @Allowed(Action.MARK_NO_SHOW)
    @Answers(Booking.class)
    public Response undoNoShow(@PathParam("bookingId") BookingId id, @Context ContainerRequestContext context) {
        return committed(stays.undoNoShow(Caller.of(context), id, IdempotencyKey.of(context)));
    }

    /// Gives two bookings each other's unit, both or neither; answers the one in the path.
    @POST
    @Path("/{bookingId}/swap")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.SWAP_UNITS)
    @Answers(Booking.class)
    public Response swap(
            @PathParam("bookingId") BookingId id, SwapUnits request, @Context ContainerRequestContext context) {
        return committed(swaps.swap(Caller.of(context), id, request, IdempotencyKey.of(context)));
    }

    @POST
    @Path("/{bookingId}/approve")
    @Allowed(Action.DECIDE_REQUEST)
    @Answers(Booking.class)
    public Response approve(@PathParam("bookingId") BookingId id, @Context ContainerRequestContext context) {
        return committed(stays.approve(Caller.of(context), id, IdempotencyKey.of(context)));
    }

    @POST
    @Path("/{bookingId}/decline")
    @Allowed(Action.DECIDE_REQUEST)
    @Answers(Booking.class)
    public Response decline(@PathParam("bookingId") BookingId id, @Context ContainerRequestContext context) {
        return committed(cancellations.decline(Caller.of(context), id, IdempotencyKey.of(context)));
    }
}
