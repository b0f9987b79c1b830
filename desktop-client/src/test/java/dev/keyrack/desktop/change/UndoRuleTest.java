package dev.keyrack.desktop.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.desktop.Samples;
import org.junit.jupiter.api.Test;

class UndoRuleTest {

    private static final Booking BEFORE = Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED);
    private static final UnitId OTHER = new UnitId("unt_2");

    @Test
    void movesBack() {
        Booking now = BEFORE.inUnit(OTHER, "102");
        assertThat(UndoRule.back(new StayChange.Move(BEFORE, OTHER, "102"), now))
                .isEqualTo(new StayChange.Move(now, new UnitId("unt_1"), "unt_1"));
    }

    @Test
    void takesTheOnlyUnitAway() {
        Booking before = Samples.booking("bkg_a", 0, null, BookingStatus.CONFIRMED);
        Booking now = before.inUnit(OTHER, "102");
        assertThat(UndoRule.back(new StayChange.Move(before, OTHER, "102"), now))
                .isEqualTo(new StayChange.Move(now, null, null));
        assertThat(UndoRule.back(new StayChange.Rebook(before, ChangeBooking.NOTHING.inUnit(OTHER), "102"), now))
                .isEqualTo(new StayChange.Rebook(now, ChangeBooking.NOTHING.inNoUnit(), ""));
    }

    @Test
    void restoresDatesAndUnit() {
        Booking now = Samples.booking("bkg_a", 2, "unt_2", BookingStatus.CONFIRMED);
        StayChange.Rebook back =
                (StayChange.Rebook) UndoRule.back(new StayChange.Rebook(BEFORE, ChangeBooking.NOTHING, ""), now);
        assertThat(back.wanted())
                .isEqualTo(ChangeBooking.NOTHING
                        .onDates(BEFORE.startDate(), BEFORE.endDate())
                        .inUnit(new UnitId("unt_1")));
    }

    @Test
    void swapsBack() {
        Booking other = Samples.booking("bkg_b", 0, "unt_2", BookingStatus.CONFIRMED);
        Booking now = BEFORE.inUnit(OTHER, "102");
        assertThat(UndoRule.back(new StayChange.Swap(BEFORE, other), now)).isEqualTo(new StayChange.Swap(now, other));
    }

    @Test
    void knowsWhenSomebodyElseChangedTheStay() {
        assertThat(UndoRule.isSameStay(BEFORE, BEFORE.withNotes("late"))).isTrue();
        assertThat(UndoRule.isSameStay(BEFORE, BEFORE.inUnit(OTHER, "102"))).isFalse();
    }
}
