package dev.keyrack.contract.stay;

import dev.keyrack.contract.value.BookingId;

/// Gives two bookings of nights each other's unit, both or neither. Who is there already stays with the nights behind
/// him: only those from today on move, so that the stay may then change its unit.
public record SwapUnits(BookingId other) {}
