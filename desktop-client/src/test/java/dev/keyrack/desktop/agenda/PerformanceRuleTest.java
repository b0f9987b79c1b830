package dev.keyrack.desktop.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.sync.SiteCopy.Known;
import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.value.Grain;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PerformanceRuleTest {

    private static final List<Known> GUESTS = List.of(
            Clinic.booked(Clinic.FADO, "bkg_b", "T20:00:00Z", "T22:00:00Z"),
            Clinic.booked(Clinic.FADO, "bkg_a", "T20:00:00Z", "T22:00:00Z"));

    private static Calendar calendar(String start) {
        return new Calendar(
                Clinic.FADO.id(),
                Grain.OCCURRENCE,
                CurrencyUnit.EUR,
                List.of(new Calendar.Entry(start, 120, 7, BigDecimal.TEN, true, null)));
    }

    @Test
    void believesTheServerAboutHowFullItIs() {
        Performance shown = PerformanceRule.performances(
                        Clinic.FADO, Optional.of(calendar("2027-06-14T20:00:00Z")), GUESTS)
                .getFirst();
        assertThat(List.of(shown.capacity(), shown.taken(), shown.free())).containsExactly(120, 7, 113);
        assertThat(shown.guests())
                .extracting(guest -> guest.known().booking().bookingId().value())
                .containsExactly("bkg_a", "bkg_b");
    }

    @Test
    void countsBookingsWhileTheServerIsSilent() {
        Performance shown = PerformanceRule.performances(Clinic.FADO, Optional.empty(), GUESTS)
                .getFirst();
        assertThat(List.of(shown.capacity(), shown.taken())).containsExactly(100, 2);
    }

    @Test
    void showsPerformancesThatNobodyHasBooked() {
        assertThat(PerformanceRule.performances(Clinic.FADO, Optional.of(calendar("2027-06-15T20:00:00Z")), GUESTS))
                .hasSize(2);
    }
}
