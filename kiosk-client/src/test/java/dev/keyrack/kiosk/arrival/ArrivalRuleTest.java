package dev.keyrack.kiosk.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.arrival.ArrivalRule.Next;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalRuleTest {

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, 0, 0.00, PAY",
        "CONFIRMED, 0, 100.00, PAY",
        "CONFIRMED, 0, 124.00, CHECK_IN",
        "CONFIRMED, 1, 124.00, TOO_EARLY",
        "CONFIRMED, -3, 124.00, ASK",
        "CHECKED_IN, 0, 124.00, IS_IN",
        "CANCELLED, 0, 0.00, ASK",
        "REQUESTED, 0, 0.00, ASK"
    })
    void saysWhatComesNext(BookingStatus status, int daysFromToday, String paid, Next next) {
        var booking = Samples.booking(status, Samples.TODAY.plusDays(daysFromToday), paid);
        assertThat(ArrivalRule.next(booking, Samples.SITE.id(), Samples.TODAY, Samples.SITE.timeZone()))
                .isEqualTo(next);
    }

    @Test
    void sendsGuestsOfAnotherHouseToPeople() {
        var booking = Samples.booking(BookingStatus.CONFIRMED, Samples.TODAY, "124.00");
        assertThat(ArrivalRule.next(booking, new SiteId("sit_other"), Samples.TODAY, Samples.SITE.timeZone()))
                .isEqualTo(Next.ASK);
    }
}
