package dev.keyrack.desktop.admin.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestRuleTest {

    private final Booking request = Samples.booking("bkg_r", 0, null, BookingStatus.REQUESTED);

    @Test
    void findsWhatTouchesTheNightsAskedFor() {
        Booking within = Samples.booking("bkg_a", 2, "unt_1", BookingStatus.CONFIRMED);
        Booking after = Samples.booking("bkg_b", 3, "unt_1", BookingStatus.CONFIRMED);
        Booking gone = Samples.booking("bkg_c", 0, null, BookingStatus.CANCELLED);
        assertThat(RequestRule.others(request, List.of(request, within, after, gone)))
                .containsExactly(within);
    }

    @Test
    void countsTheTightestNight() {
        List<Booking> others = List.of(
                Samples.booking("bkg_a", -2, "unt_1", BookingStatus.CHECKED_IN),
                Samples.booking("bkg_b", 1, "unt_2", BookingStatus.CONFIRMED),
                Samples.booking("bkg_c", 2, "unt_1", BookingStatus.CONFIRMED));
        assertThat(RequestRule.tightest(request, others, Samples.DOUBLE)).isEqualTo(new RequestRule.Load(2, 2));
        assertThat(RequestRule.tightest(request, others.subList(0, 2), Samples.DOUBLE))
                .as("the first leaves on the day the second comes")
                .isEqualTo(new RequestRule.Load(1, 2));
    }
}
