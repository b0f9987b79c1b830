package dev.keyrack.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.sync.SiteCopy.Known;
import dev.keyrack.client.sync.SiteCopy.SyncState;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.Samples;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayRuleTest {

    private static final LocalDate DAY = Samples.DAY;
    private final DayRule today = new DayRule(DAY, DAY, Samples.SITE.timeZone());
    private final DayRule tomorrow = new DayRule(DAY.plusDays(1), DAY, Samples.SITE.timeZone());

    private static Booking stay(int daysFrom, BookingStatus status) {
        return Samples.booking("bkg_a", daysFrom, "unt_1", status);
    }

    @Test
    void whoWasDueBeforeAndDidNotComeStillArrives() {
        assertThat(today.belongs(DayList.ARRIVALS, stay(0, BookingStatus.CONFIRMED)))
                .isTrue();
        assertThat(today.belongs(DayList.ARRIVALS, stay(-1, BookingStatus.CONFIRMED)))
                .isTrue();
        assertThat(today.belongs(DayList.ARRIVALS, stay(0, BookingStatus.CHECKED_IN)))
                .isFalse();
        assertThat(tomorrow.belongs(DayList.ARRIVALS, stay(0, BookingStatus.CONFIRMED)))
                .isFalse();
        assertThat(tomorrow.belongs(DayList.ARRIVALS, stay(1, BookingStatus.CONFIRMED)))
                .isTrue();
    }

    @Test
    void whoShouldHaveLeftBeforeStillDeparts() {
        assertThat(today.belongs(DayList.DEPARTURES, stay(-3, BookingStatus.CHECKED_IN)))
                .isTrue();
        assertThat(today.belongs(DayList.DEPARTURES, stay(-4, BookingStatus.CHECKED_IN)))
                .isTrue();
        assertThat(today.belongs(DayList.DEPARTURES, stay(-3, BookingStatus.COMPLETED)))
                .isFalse();
        assertThat(tomorrow.belongs(DayList.DEPARTURES, stay(-2, BookingStatus.CONFIRMED)))
                .isTrue();
    }

    @Test
    void onlyThoseWhoCheckedInAreInHouseToday() {
        assertThat(today.belongs(DayList.IN_HOUSE, stay(0, BookingStatus.CHECKED_IN)))
                .isTrue();
        assertThat(today.belongs(DayList.IN_HOUSE, stay(0, BookingStatus.CONFIRMED)))
                .isFalse();
        assertThat(tomorrow.belongs(DayList.IN_HOUSE, stay(0, BookingStatus.CONFIRMED)))
                .isTrue();
        assertThat(tomorrow.belongs(DayList.IN_HOUSE, stay(-2, BookingStatus.CONFIRMED)))
                .isFalse();
    }

    @Test
    void whatWasCancelledOwesNothing() {
        assertThat(today.belongs(DayList.UNPAID, stay(0, BookingStatus.CONFIRMED)))
                .isTrue();
        assertThat(today.belongs(DayList.UNPAID, stay(1, BookingStatus.CONFIRMED)))
                .isFalse();
        assertThat(today.belongs(DayList.UNPAID, stay(0, BookingStatus.CANCELLED)))
                .isFalse();
    }

    @Test
    void nobodyWhoOwesIsCheckedOut() {
        assertThat(step(DayList.DEPARTURES, stay(-3, BookingStatus.CHECKED_IN))).isEqualTo(DayStep.TAKE_PAYMENT);
        assertThat(step(DayList.DEPARTURES, Samples.paid(stay(-3, BookingStatus.CHECKED_IN))))
                .isEqualTo(DayStep.CHECK_OUT);
    }

    @Test
    void nobodyArrivesBeforeTheDay() {
        assertThat(step(DayList.ARRIVALS, stay(0, BookingStatus.CONFIRMED))).isEqualTo(DayStep.CHECK_IN);
        assertThat(step(DayList.ARRIVALS, stay(1, BookingStatus.CONFIRMED))).isEqualTo(DayStep.OPEN);
    }

    @Test
    void whatWasRefusedIsDecidedFirst() {
        assertThat(today.step(DayList.ARRIVALS, new Known(stay(0, BookingStatus.CONFIRMED), SyncState.ATTENTION)))
                .isEqualTo(DayStep.DECIDE);
    }

    private DayStep step(DayList list, Booking booking) {
        return today.step(list, new Known(booking, SyncState.SYNCED));
    }
}
