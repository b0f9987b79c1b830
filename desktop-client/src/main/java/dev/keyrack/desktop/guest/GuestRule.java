package dev.keyrack.desktop.guest;

import dev.keyrack.client.sync.SiteCopy.Known;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.guest.GuestId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/// Who is meant by bookings that were found.
final class GuestRule {

    private GuestRule() {}

    /// The guests in the order in which they were found, each once, with all their bookings, newest first.
    ///
    /// @param all looks a guest's bookings up
    static SequencedMap<GuestId, List<Booking>> group(
            Collection<Known> found, Function<GuestId, List<Known>> all, int most) {
        var guests = new LinkedHashMap<GuestId, List<Booking>>();
        found.stream()
                .map(known -> known.booking().guestId())
                .distinct()
                .limit(most)
                .forEach(guest -> guests.put(guest, newestFirst(all.apply(guest))));
        return guests;
    }

    static List<Booking> newestFirst(List<Known> bookings) {
        return bookings.stream()
                .map(Known::booking)
                .sorted((one, other) -> other.startDate().compareTo(one.startDate()))
                .toList();
    }
}
