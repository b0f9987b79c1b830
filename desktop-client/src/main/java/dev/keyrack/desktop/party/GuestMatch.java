package dev.keyrack.desktop.party;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.guest.GuestId;

/// A guest who has been here, or will be.
///
/// @param line name, how to reach the guest, and the last stay, in words
public record GuestMatch(GuestId guest, UserDetails details, String line) {}
