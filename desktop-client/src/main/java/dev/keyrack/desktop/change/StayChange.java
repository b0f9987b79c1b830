package dev.keyrack.desktop.change;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.value.UnitId;
import org.jspecify.annotations.Nullable;

/// What somebody at the desk wants to change about a stay.
public sealed interface StayChange {

    /// The booking as it was seen.
    Booking booking();

    /// Another unit of the same resource for the whole stay: costs nothing, and works without a server.
    ///
    /// @param unit null to give the unit back
    record Move(
            Booking booking,
            @Nullable UnitId unit,
            @Nullable String unitName) implements StayChange {}

    /// Other dates, another resource, or several units one after the other: priced by the server first.
    ///
    /// @param place the units by name; empty where none is given
    record Rebook(Booking booking, ChangeBooking wanted, String place) implements StayChange {}

    /// Each other's unit.
    record Swap(Booking booking, Booking other) implements StayChange {}
}
