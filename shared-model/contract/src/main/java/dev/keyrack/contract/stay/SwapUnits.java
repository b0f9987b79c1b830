package dev.keyrack.contract.stay;

import dev.keyrack.contract.value.BookingId;

/// Gives two bookings of nights each other's unit, both or neither.
public record SwapUnits(BookingId other) {}
