package dev.keyrack.server.booking;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.CancelBooking;
import dev.keyrack.contract.booking.Cancellation;
import dev.keyrack.contract.booking.CancellationQuote;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.booking.ChangeQuote;
import dev.keyrack.contract.booking.CreateBooking;
import dev.keyrack.contract.booking.CreatedBooking;
import dev.keyrack.contract.booking.PayBooking;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answer;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import dev.keyrack.server.http.IfMatch;
import dev.keyrack.server.inventory.AvailabilityService;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// Bookings over HTTP. A booking made without an account is open to whoever knows its identifier, which has 128 random
/// bits.
@Path("/api/v1/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BookingsEndpoint {

    private final BookingService bookings;
    private final ChangeService changes;
    private final CancellationService cancellations;
    private final DeskPaymentService desk;
    private final AvailabilityService availability;
    private final Runnable afterCommit;

    /// @param afterCommit wakes the jobs that carry on what a booking began
    public BookingsEndpoint(
            BookingService bookings,
            ChangeService changes,
            CancellationService cancellations,
            DeskPaymentService desk,
            AvailabilityService availability,
            Runnable afterCommit) {
        this.bookings = bookings;
        this.changes = changes;
        this.cancellations = cancellations;
        this.desk = desk;
        this.availability = availability;
        this.afterCommit = afterCommit;
    }

    @POST
    @Allowed(Action.CREATE_BOOKING)
    @Answers(
            value = CreatedBooking.class,
            status = {201, 202})
    public Response create(CreateBooking request, @Context ContainerRequestContext context) {
        return committed(availability.offering(
                request.resourceId(),
                request.startDate(),
                request.endDate(),
                request.quantity(),
                () -> bookings.create(Caller.of(context), request, IdempotencyKey.of(context))));
    }

    private Response committed(Answer answer) {
        afterCommit.run();
        return answer.toResponse();
    }

    @GET
    @Path("/{bookingId}")
    @Allowed(Action.READ_BOOKING)
    @Answers(Booking.class)
    public Response get(@PathParam("bookingId") BookingId id, @Context ContainerRequestContext context) {
        Booking booking = bookings.get(Caller.of(context), id);
        return Response.ok(booking)
                .header("ETag", booking.revision().toEntityTag())
                .build();
    }

    @PATCH
    @Path("/{bookingId}")
    @Allowed(Action.CHANGE_BOOKING)
    @Answers(
            value = Booking.class,
            status = {200, 202})
    public Response change(
            @PathParam("bookingId") BookingId id, ChangeBooking request, @Context ContainerRequestContext context) {
        Caller caller = Caller.of(context);
        Booking now = bookings.get(caller, id);
        Revision seen = IfMatch.require(context);
        return committed(offering(now, request, () -> changes.change(caller, id, request, seen)));
    }

    /// What a change would cost, refused as the change would be.
    @POST
    @Path("/{bookingId}/change-quote")
    @Allowed(Action.CHANGE_BOOKING)
    public ChangeQuote quoteChange(
            @PathParam("bookingId") BookingId id, ChangeBooking request, @Context ContainerRequestContext context) {
        Caller caller = Caller.of(context);
        return offering(bookings.get(caller, id), request, () -> changes.quote(caller, id, request));
    }

    private <T> T offering(Booking now, ChangeBooking request, Supplier<T> change) {
        return availability.offering(
                Objects.requireNonNullElse(request.resourceId(), now.resourceId()),
                Objects.requireNonNullElse(request.startDate(), now.startDate()),
                Objects.requireNonNullElse(request.endDate(), now.endDate()),
                Objects.requireNonNullElse(request.quantity(), now.quantity()),
                change);
    }

    @POST
    @Path("/{bookingId}/cancel")
    @Allowed(Action.CANCEL_BOOKING)
    @Answers(Cancellation.class)
    public Response cancel(
            @PathParam("bookingId") BookingId id, CancelBooking request, @Context ContainerRequestContext context) {
        return committed(cancellations.cancel(
                Caller.of(context), id, request, IfMatch.find(context), IdempotencyKey.of(context)));
    }

    /// What cancelling now would give back.
    @GET
    @Path("/{bookingId}/cancellation-quote")
    @Allowed(Action.CANCEL_BOOKING)
    public CancellationQuote quoteCancellation(
            @PathParam("bookingId") BookingId id, @Context ContainerRequestContext context) {
        return cancellations.quote(Caller.of(context), id);
    }

    /// Pays towards what is owed.
    @POST
    @Path("/{bookingId}/payments")
    @Allowed(Action.PAY_BOOKING)
    @Answers(
            value = Payment.class,
            status = {201, 202})
    public Response pay(
            @PathParam("bookingId") BookingId id, PayBooking request, @Context ContainerRequestContext context) {
        return committed(desk.pay(Caller.of(context), id, request, IdempotencyKey.of(context)));
    }

    @GET
    @Path("/{bookingId}/payments")
    @Allowed(Action.READ_BOOKING)
    public List<Payment> listPayments(@PathParam("bookingId") BookingId id, @Context ContainerRequestContext context) {
        return bookings.listPayments(Caller.of(context), id);
    }

    @GET
    @Path("/{bookingId}/receipt")
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    @Allowed(Action.READ_BOOKING)
    @Answers(byte[].class)
    public Response receipt(@PathParam("bookingId") BookingId id, @Context ContainerRequestContext context) {
        return Response.ok(bookings.receipt(Caller.of(context), id), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"receipt.pdf\"")
                .build();
    }
}
