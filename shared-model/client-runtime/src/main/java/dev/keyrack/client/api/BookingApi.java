package dev.keyrack.client.api;

import dev.keyrack.client.api.ServerCalls.Request;
import dev.keyrack.contract.availability.CreateHold;
import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.CancelBooking;
import dev.keyrack.contract.booking.Cancellation;
import dev.keyrack.contract.booking.CancellationQuote;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.booking.ChangeQuote;
import dev.keyrack.contract.booking.CreateBooking;
import dev.keyrack.contract.booking.CreatedBooking;
import dev.keyrack.contract.booking.PayBooking;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.guest.MergeGuests;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.stay.FindArrival;
import dev.keyrack.contract.stay.HistoryEntry;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.HoldId;
import jakarta.ws.rs.client.WebTarget;
import java.util.List;

/// Holds, bookings, and their money.
public final class BookingApi {

    private final ServerCalls calls;

    BookingApi(ServerCalls calls) {
        this.calls = calls;
    }

    /// Keeps something for a few minutes.
    public ApiOutcome<Hold> hold(CreateHold wanted) {
        return calls.send(calls.at("holds"), Request.post(wanted), Hold.class);
    }

    public ApiOutcome<Hold> extend(HoldId hold) {
        return calls.send(calls.at("holds").path(hold.value()).path("extend"), Request.post(null), Hold.class);
    }

    /// Gives back what was kept; what has ended already stays so.
    public ApiOutcome<Hold> release(HoldId hold) {
        return calls.send(calls.at("holds").path(hold.value()).path("release"), Request.post(null), Hold.class);
    }

    /// @param key the same for every attempt at this one booking
    public ApiOutcome<CreatedBooking> create(CreateBooking wanted, String key) {
        return calls.send(calls.at("bookings"), new Request("POST", wanted, null, key), CreatedBooking.class);
    }

    public ApiOutcome<Booking> get(BookingId id) {
        return calls.send(booking(id), Request.get(), Booking.class);
    }

    /// A guest's own booking by what stands on the ticket.
    public ApiOutcome<Booking> findArrival(FindArrival printed) {
        return calls.send(calls.at("arrivals"), Request.post(printed), Booking.class);
    }

    /// What a change would cost.
    public ApiOutcome<ChangeQuote> quoteChange(BookingId id, ChangeBooking wanted) {
        return calls.send(booking(id).path("change-quote"), Request.post(wanted), ChangeQuote.class);
    }

    /// Changes a booking that is still as it was seen.
    public ApiOutcome<Booking> change(Booking seen, ChangeBooking wanted) {
        return calls.send(booking(seen.bookingId()), Request.of("PATCH", wanted, seen.revision()), Booking.class);
    }

    /// What cancelling now would give back.
    public ApiOutcome<CancellationQuote> quoteCancellation(BookingId id) {
        return calls.send(booking(id).path("cancellation-quote"), Request.get(), CancellationQuote.class);
    }

    public ApiOutcome<Cancellation> cancel(Booking seen, CancelBooking reason) {
        return calls.send(
                booking(seen.bookingId()).path("cancel"),
                Request.of("POST", reason, seen.revision()),
                Cancellation.class);
    }

    public ApiOutcome<List<HistoryEntry>> listHistory(BookingId id) {
        return calls.send(booking(id).path("history"), Request.get(), HistoryEntry[].class)
                .map(List::of);
    }

    public ApiOutcome<List<Payment>> listPayments(BookingId id) {
        return calls.send(booking(id).path("payments"), Request.get(), Payment[].class)
                .map(List::of);
    }

    /// @param key the same for every attempt at this one payment
    public ApiOutcome<Payment> pay(BookingId id, PayBooking paid, String key) {
        return calls.send(booking(id).path("payments"), new Request("POST", paid, null, key), Payment.class);
    }

    /// The receipt as a PDF document.
    public ApiOutcome<byte[]> getReceipt(BookingId id) {
        return calls.send(booking(id).path("receipt"), Request.get(), byte[].class);
    }

    /// Erases who a guest was; asks for a proof that is not old.
    public ApiOutcome<Void> eraseGuest(GuestId guest) {
        return calls.send(calls.at("guests").path(guest.value()).path("erasure"), Request.post(null), Void.class);
    }

    /// Makes two guests one; answers the bookings that changed.
    public ApiOutcome<List<Booking>> mergeGuests(MergeGuests wanted) {
        return calls.send(calls.at("guests/merge"), Request.post(wanted), Booking[].class)
                .map(List::of);
    }

    private WebTarget booking(BookingId id) {
        return calls.at("bookings").path(id.value());
    }
}
