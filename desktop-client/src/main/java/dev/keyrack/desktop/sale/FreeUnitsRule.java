package dev.keyrack.desktop.sale;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.contract.value.UnitId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which units nobody has been promised on some nights, as far as the copy knows; the server has the last word.
public final class FreeUnitsRule {

    private FreeUnitsRule() {}

    /// The open ones of `units` that none of the bookings has between `from` and `to`, local dates, `to` excluded.
    public static List<Unit> list(List<Unit> units, List<Booking> bookings, String from, String to) {
        Set<UnitId> taken = new HashSet<>();
        bookings.stream().filter(FreeUnitsRule::takesPlace).forEach(booking -> addTaken(taken, booking, from, to));
        return units.stream()
                .filter(unit -> unit.open() && !taken.contains(unit.id()))
                .sorted(Comparator.comparing(Unit::name))
                .toList();
    }

    private static void addTaken(Set<UnitId> taken, Booking booking, String from, String to) {
        UnitId unit = booking.unitId();
        if (!booking.units().isEmpty()) {
            booking.units().stream()
                    .filter(part -> overlaps(part.startDate(), part.endDate(), from, to))
                    .map(UnitNights::unitId)
                    .forEach(taken::add);
        } else if (unit != null && overlaps(booking.startDate(), booking.endDate(), from, to)) {
            taken.add(unit);
        }
    }

    private static boolean overlaps(String start, String end, String from, String to) {
        return start.compareTo(to) < 0 && end.compareTo(from) > 0;
    }

    private static boolean takesPlace(Booking booking) {
        return switch (booking.status()) {
            case REQUESTED, CONFIRMED, CHECKED_IN, UNKNOWN -> true;
            case COMPLETED, CANCELLED, DECLINED, NO_SHOW -> false;
        };
    }
}
