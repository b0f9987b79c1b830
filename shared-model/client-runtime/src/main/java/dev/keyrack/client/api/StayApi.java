package dev.keyrack.client.api;

import dev.keyrack.client.api.ServerCalls.Request;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.stay.CheckIn;
import dev.keyrack.contract.stay.SwapUnits;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.UnitId;
import jakarta.ws.rs.client.WebTarget;
import org.jspecify.annotations.Nullable;

/// What staff do with a booking. Each step names its attempt by a key, so that it takes effect once.
public final class StayApi {

    private final ServerCalls calls;

    StayApi(ServerCalls calls) {
        this.calls = calls;
    }

    /// A step that can be taken back.
    public enum Step {
        CHECK_IN("check-in"),
        CHECK_OUT("check-out"),
        NO_SHOW("no-show");

        private final String path;

        Step(String path) {
            this.path = path;
        }
    }

    /// @param unit null for the one that the booking has, or any free one
    public ApiOutcome<Booking> checkIn(BookingId id, @Nullable UnitId unit, String key) {
        return calls.send(step(id, Step.CHECK_IN), new Request("POST", new CheckIn(unit), null, key), Booking.class);
    }

    public ApiOutcome<Booking> checkOut(BookingId id, String key) {
        return calls.send(step(id, Step.CHECK_OUT), new Request("POST", null, null, key), Booking.class);
    }

    public ApiOutcome<Booking> markNoShow(BookingId id, String key) {
        return calls.send(step(id, Step.NO_SHOW), new Request("POST", null, null, key), Booking.class);
    }

    /// Takes a step back.
    public ApiOutcome<Booking> undo(BookingId id, Step step, String key) {
        return calls.send(step(id, step), new Request("DELETE", null, null, key), Booking.class);
    }

    /// Says yes to a request.
    public ApiOutcome<Booking> approve(BookingId id, String key) {
        return calls.send(booking(id).path("approve"), new Request("POST", null, null, key), Booking.class);
    }

    /// Says no to a request.
    public ApiOutcome<Booking> decline(BookingId id, String key) {
        return calls.send(booking(id).path("decline"), new Request("POST", null, null, key), Booking.class);
    }

    /// Gives two bookings each other's unit; answers the first.
    public ApiOutcome<Booking> swap(BookingId id, SwapUnits with, String key) {
        return calls.send(booking(id).path("swap"), new Request("POST", with, null, key), Booking.class);
    }

    private WebTarget step(BookingId id, Step step) {
        return booking(id).path(step.path);
    }

    private WebTarget booking(BookingId id) {
        return calls.at("bookings").path(id.value());
    }
}
