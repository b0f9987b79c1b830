package dev.keyrack.desktop.change;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.stay.UnitNights;
import java.util.Objects;
import java.util.stream.Collectors;

/// How a change is taken back.
final class UndoRule {

    private UndoRule() {}

    /// The change that leads back.
    ///
    /// @param now the booking as the change left it
    static StayChange back(StayChange done, Booking now) {
        Booking before = done.booking();
        return switch (done) {
            case StayChange.Move _ -> new StayChange.Move(now, before.unitId(), before.unitName());
            case StayChange.Swap swap -> new StayChange.Swap(now, swap.other());
            case StayChange.Rebook _ -> rebook(before, now);
        };
    }

    private static StayChange rebook(Booking before, Booking now) {
        ChangeBooking wanted = ChangeBooking.NOTHING;
        boolean sameDates =
                before.startDate().equals(now.startDate()) && before.endDate().equals(now.endDate());
        if (!sameDates) {
            wanted = wanted.onDates(before.startDate(), before.endDate());
        }
        if (!before.resourceId().equals(now.resourceId())) {
            wanted = wanted.ofResource(before.resourceId());
        }
        if (!before.units().isEmpty()) {
            wanted = wanted.inUnits(before.units().stream()
                    .map(part -> new UnitNights(part.unitId(), null, part.startDate(), part.endDate()))
                    .toList());
        } else if (before.unitId() != null) {
            wanted = wanted.inUnit(before.unitId());
        } else if (now.unitId() != null) {
            wanted = wanted.inNoUnit();
        }
        return new StayChange.Rebook(now, wanted, placeOf(before));
    }

    static String placeOf(Booking booking) {
        return booking.units().isEmpty()
                ? Objects.requireNonNullElse(booking.unitName(), "")
                : booking.units().stream().map(UnitNights::unitName).collect(Collectors.joining(" › "));
    }

    /// Whether nobody has changed where and when the guest stays.
    static boolean isSameStay(Booking one, Booking other) {
        return one.resourceId().equals(other.resourceId())
                && one.startDate().equals(other.startDate())
                && one.endDate().equals(other.endDate())
                && Objects.equals(one.unitId(), other.unitId())
                && one.units().size() == other.units().size();
    }
}
