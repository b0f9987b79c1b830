package dev.keyrack.desktop.guest;

import dev.keyrack.contract.guest.GuestId;

/// A guest, in words.
///
/// @param stays how many bookings carry the guest
/// @param last the newest of them
record GuestRow(GuestId id, String name, String reach, int stays, String last) {}
