package dev.keyrack.desktop.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.desktop.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeUnitsRuleTest {

    private static List<String> free(List<Booking> bookings, int from, int to) {
        return FreeUnitsRule.list(
                        Samples.UNITS,
                        bookings,
                        Samples.DAY.plusDays(from).toString(),
                        Samples.DAY.plusDays(to).toString())
                .stream()
                .map(Unit::name)
                .toList();
    }

    @Test
    void leavesOutWhatIsPromisedOnAnyNight() {
        List<Booking> one = List.of(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED));
        assertThat(free(one, 2, 4)).containsExactly("102");
    }

    @Test
    void countsTheDayOfLeavingAsFree() {
        List<Booking> one = List.of(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED));
        assertThat(free(one, 3, 4)).containsExactly("101", "102");
    }

    @Test
    void forgetsWhatWasCancelled() {
        List<Booking> one = List.of(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CANCELLED));
        assertThat(free(one, 0, 3)).containsExactly("101", "102");
    }
}
