package dev.keyrack.contract.guest;

/// Makes two guests of a site one: the bookings of the one that goes get the name and the details of the one that
/// stays.
public record MergeGuests(GuestId goes, GuestId stays) {}
