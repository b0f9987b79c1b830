package dev.keyrack.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.change.StayChange;
import dev.keyrack.desktop.plan.Draft.Kind;
import dev.keyrack.desktop.plan.DropRule.Drop;
import dev.keyrack.desktop.plan.DropRule.Reason;
import org.junit.jupiter.api.Test;

class DropRuleTest {

    private static final int FIRST = 1;

    /// Lets the booking `bkg_a` go some lines down and some days on.
    private static Drop drop(Plan plan, Kind kind, int rows, int days) {
        return DropRule.drop(plan, Draft.of(kind, Stays.bar(plan, "bkg_a")).by(rows, days));
    }

    private static StayChange change(Drop drop) {
        assertThat(drop).isInstanceOf(Drop.Change.class);
        return ((Drop.Change) drop).change();
    }

    private static ChangeBooking wanted(Drop drop) {
        return ((StayChange.Rebook) change(drop)).wanted();
    }

    private static Plan one(Booking booking) {
        return Stays.plan(booking);
    }

    @Test
    void doesNothingWhereItWas() {
        assertThat(drop(one(Stays.confirmed("bkg_a", 0, "unt_1")), Kind.MOVE, 0, 0))
                .isEqualTo(new Drop.Nothing());
    }

    @Test
    void movesToAFreeUnitOfTheSameResource() {
        StayChange.Move move =
                (StayChange.Move) change(drop(one(Stays.confirmed("bkg_a", 0, "unt_1")), Kind.MOVE, 1, 0));
        assertThat(move.unitName()).isEqualTo("102");
    }

    @Test
    void movesToAnotherUnitAndOtherDatesAtOnce() {
        ChangeBooking wanted = wanted(drop(one(Stays.confirmed("bkg_a", 0, "unt_1")), Kind.MOVE, 1, 2));
        assertThat(wanted)
                .isEqualTo(ChangeBooking.NOTHING
                        .onDates("2027-06-16", "2027-06-19")
                        .inUnit(Samples.UNITS.getFirst().id()));
    }

    @Test
    void extendsAndShortensAtEitherEnd() {
        Plan plan = one(Stays.confirmed("bkg_a", 0, "unt_1"));
        assertThat(wanted(drop(plan, Kind.END, 0, 2)).endDate()).isEqualTo("2027-06-19");
        assertThat(wanted(drop(plan, Kind.START, 0, 1)).startDate()).isEqualTo("2027-06-15");
        assertThat(wanted(drop(plan, Kind.END, 0, -9)).endDate()).isEqualTo("2027-06-15");
    }

    @Test
    void swapsWithASingleStayOfTheSameResource() {
        Plan plan = Stays.plan(Stays.confirmed("bkg_a", 0, "unt_1"), Stays.confirmed("bkg_b", 1, "unt_2"));
        StayChange.Swap swap = (StayChange.Swap) change(drop(plan, Kind.MOVE, 1, 0));
        assertThat(swap.other().bookingId().value()).isEqualTo("bkg_b");
    }

    @Test
    void refusesToSwapWhatDoesNotFit() {
        Plan plan = Stays.plan(
                Stays.confirmed("bkg_a", 0, "unt_1"),
                Stays.confirmed("bkg_next", 3, "unt_1"),
                Stays.confirmed("bkg_b", 1, "unt_2"));
        assertThat(drop(plan, Kind.MOVE, 1, 0)).isEqualTo(new Drop.Refused(Reason.OCCUPIED));
    }

    @Test
    void refusesNightsThatSomebodyHas() {
        Plan plan = Stays.plan(Stays.confirmed("bkg_a", 0, "unt_1"), Stays.confirmed("bkg_b", 3, "unt_1"));
        assertThat(drop(plan, Kind.END, 0, 1)).isEqualTo(new Drop.Refused(Reason.OCCUPIED));
    }

    @Test
    void refusesLinesWithoutAUnit() {
        assertThat(drop(one(Stays.confirmed("bkg_a", 0, "unt_1")), Kind.MOVE, -FIRST, 0))
                .isEqualTo(new Drop.Refused(Reason.NO_UNIT));
    }

    @Test
    void refusesWhatDoesNotStand() {
        Plan plan = one(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.REQUESTED));
        assertThat(drop(plan, Kind.MOVE, 1, 0)).isEqualTo(new Drop.Refused(Reason.STATUS));
    }

    @Test
    void leavesTheArrivalOfAGuestInHouse() {
        Plan plan = one(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CHECKED_IN));
        assertThat(drop(plan, Kind.START, 0, 1)).isEqualTo(new Drop.Refused(Reason.ARRIVED));
        assertThat(wanted(drop(plan, Kind.END, 0, 1)).endDate()).isEqualTo("2027-06-18");
    }

    @Test
    void givesAUnitToAStayWithoutOne() {
        Plan plan = one(Samples.booking("bkg_a", 0, null, BookingStatus.CONFIRMED));
        assertThat(change(drop(plan, Kind.MOVE, 1, 0))).isInstanceOf(StayChange.Move.class);
    }

    @Test
    void splitsAStayOverTwoUnits() {
        ChangeBooking wanted = wanted(drop(one(Stays.confirmed("bkg_a", 0, "unt_1")), Kind.SPLIT, 1, 0));
        assertThat(wanted.units())
                .extracting(UnitNights::startDate, UnitNights::endDate)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2027-06-14", "2027-06-15"),
                        org.assertj.core.groups.Tuple.tuple("2027-06-15", "2027-06-17"));
        assertThat(wanted.startDate()).isNull();
    }

    @Test
    void joinsTwoPartsThatMeetInOneUnit() {
        Plan plan = Stays.plan(Stays.split("bkg_a"));
        Bar second = plan.barsOf(2).getFirst();
        ChangeBooking wanted =
                wanted(DropRule.drop(plan, Draft.of(Kind.MOVE, second).by(-1, 0)));
        assertThat(wanted.units()).isNull();
        assertThat(wanted.unitId()).isEqualTo(Samples.UNITS.getLast().id());
    }

    @Test
    void extendsTheLastPartOfASplitStay() {
        Plan plan = Stays.plan(Stays.split("bkg_a"));
        Bar second = plan.barsOf(2).getFirst();
        ChangeBooking wanted =
                wanted(DropRule.drop(plan, Draft.of(Kind.END, second).by(0, 1)));
        assertThat(wanted.endDate()).isEqualTo("2027-06-18");
        assertThat(wanted.units()).hasSize(2);
        assertThat(DropRule.drop(plan, Draft.of(Kind.START, second).by(0, -1)))
                .isEqualTo(new Drop.Refused(Reason.PARTS));
    }
}
