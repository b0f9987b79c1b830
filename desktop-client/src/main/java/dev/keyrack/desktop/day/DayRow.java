package dev.keyrack.desktop.day;

import dev.keyrack.client.sync.SiteCopy.SyncState;
import dev.keyrack.contract.booking.Booking;
import java.util.Arrays;
import java.util.Locale;

/// A line of a list, in words.
///
/// @param stateText empty while the server and the desk agree
record DayRow(
        Booking booking,
        String guest,
        String room,
        String dates,
        String balance,
        SyncState state,
        String stateText,
        DayStep step,
        String stepText) {

    /// Whether every word begins one of the words of guest, room or code.
    boolean matches(String words) {
        String text = " " + (guest + " " + room + " " + booking.confirmationCode()).toLowerCase(Locale.ROOT);
        return Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(word -> text.contains(" " + word));
    }
}
