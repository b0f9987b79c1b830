package dev.keyrack.desktop.guest;

/// Two guests that may be the same person.
///
/// @param stays whose name and details are kept
/// @param goes whose bookings get them
record GuestMerge(GuestRow stays, GuestRow goes) {
    GuestMerge turned() {
        return new GuestMerge(/* stays= */ goes, /* goes= */ stays);
    }
}
