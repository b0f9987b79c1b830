package dev.keyrack.server.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.keyrack.contract.booking.Booking;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NoticeTextTest {

    private static NoticeText of(Booking booking) {
        return new NoticeText(booking, Stays.HOTEL);
    }

    @Test
    void tellsNightsByTheirDates() {
        assertThat(of(Stays.stay()).facts())
                .containsExactly(
                        entry("Booked", "Double room with a view of the river"),
                        entry("Arrival", "Thursday, 1 July 2027, from 15:00"),
                        entry("Departure", "Monday, 5 July 2027"),
                        entry("Nights", "4"),
                        entry("Guests", "2"));
    }

    @Test
    void tellsTimesByTheClockOfTheSite() {
        assertThat(of(Stays.appointment()).facts()).contains(entry("When", "Thursday, 1 July 2027, 10:00 to 10:45"));
    }

    @Test
    void gathersNightsInARowAtOnePriceAndLeavesOutIncludedTaxes() {
        assertThat(of(Stays.stay()).lines())
                .containsExactly(
                        new NoticeText.Line("Thu, 1 Jul 2027", "", "120.00"),
                        new NoticeText.Line("Fri, 2 Jul 2027 to Sat, 3 Jul 2027", "2 nights at 145.50", "291.00"),
                        new NoticeText.Line("Sun, 4 Jul 2027", "", "120.00"),
                        new NoticeText.Line("City tax", "", "16.00"));
        assertThat(of(Stays.stay()).included()).containsExactly(new NoticeText.Line("VAT 6 %", "", "30.06"));
    }

    @Test
    void writesAmountsInTheCurrencysPlaces() {
        assertThat(of(Stays.stay()).amount(new BigDecimal("1234567.5"))).isEqualTo("1,234,567.50");
        assertThat(of(Stays.stay()).total()).isEqualTo("EUR 547.00");
    }

    @Test
    void namesTheDeadlineOfCancelling() {
        assertThat(of(Stays.stay()).policy())
                .isEqualTo("Cancelling is free until Tuesday, 29 June 2027, 15:00. After that it costs 50\u00a0% of the"
                        + " price. Not coming without cancelling costs 100\u00a0% of the price.");
    }

    @Test
    void promisesNoFreeCancellingWhoseDeadlineHadPassedWhenItWasBooked() {
        assertThat(of(Stays.appointment()).policy())
                .isEqualTo(
                        "Cancelling costs 100\u00a0% of the price. Not coming without cancelling costs 100\u00a0% of the price.");
    }
}
