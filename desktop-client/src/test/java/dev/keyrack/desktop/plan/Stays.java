package dev.keyrack.desktop.plan;

import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.desktop.Samples;
import java.util.List;
import java.util.stream.Stream;

/// Plans of the small house of [Samples], and bars in them.
final class Stays {

    static final int DAY = Math.toIntExact(Samples.DAY.toEpochDay());

    private Stays() {}

    static Plan plan(Booking... bookings) {
        var ground = new PlanRule.Ground(
                DAY - 10, DAY + 60, List.of(Samples.DOUBLE), Samples.UNITS, List.of(), "No room yet", "Closed");
        return PlanRule.plan(ground, Stream.of(bookings).map(Stays::stay).toList());
    }

    static Stay stay(Booking booking) {
        return Stay.of(new SiteCopy.Known(booking, SiteCopy.SyncState.SYNCED), "€")
                .orElseThrow();
    }

    static Booking confirmed(String id, int daysFrom, String unit) {
        return Samples.booking(id, daysFrom, unit, BookingStatus.CONFIRMED);
    }

    /// Two nights in 101 and the third in 102.
    static Booking split(String id) {
        return Samples.inUnits(
                confirmed(id, 0, "unt_1"), List.of(nights("unt_1", "101", 0, 2), nights("unt_2", "102", 2, 3)));
    }

    private static UnitNights nights(String unit, String name, int from, int to) {
        return new UnitNights(
                new UnitId(unit),
                name,
                Samples.DAY.plusDays(from).toString(),
                Samples.DAY.plusDays(to).toString());
    }

    static Bar bar(Plan plan, String id) {
        return plan.bars()
                .filter(bar -> bar.stay().id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
