package dev.keyrack.desktop.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.keyrack.client.sync.SiteCopy.Known;
import dev.keyrack.desktop.Samples;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaRuleTest {

    private static final Known EARLY = Clinic.booked(Clinic.DOCTOR, "bkg_a", "T08:30:00Z", "T09:30:00Z");
    private static final Known LATER = Clinic.booked(Clinic.DOCTOR, "bkg_b", "T09:00:00Z", "T10:00:00Z");
    private static final Known ALONE = Clinic.booked(Clinic.DOCTOR, "bkg_c", "T13:00:00Z", "T13:30:00Z");

    private static AgendaColumn day(Known... bookings) {
        return AgendaRule.day(List.of(Clinic.DOCTOR), List.of(bookings), Samples.DAY)
                .getFirst();
    }

    @Test
    void showsTimesByTheClockOfTheSite() {
        Appointment shown = day(EARLY).appointments().getFirst();
        assertThat(shown.start()).isEqualTo(LocalTime.of(9, 30));
        assertThat(shown.end()).isEqualTo(LocalTime.of(10, 30));
    }

    @Test
    void letsThoseThatOverlapShareTheWidth() {
        assertThat(day(LATER, ALONE, EARLY).appointments())
                .extracting(Appointment::lane, Appointment::lanes)
                .containsExactly(tuple(0, 2), tuple(1, 2), tuple(0, 1));
    }

    @Test
    void leavesOutWhatBelongsToOthers() {
        assertThat(day(Clinic.booked(Clinic.FADO, "bkg_a", "T08:30:00Z", "T09:30:00Z"))
                        .appointments())
                .isEmpty();
    }

    @Test
    void knowsWhenItIsOpen() {
        assertThat(day().open()).hasSize(1);
    }

    @Test
    void showsAWeekDayByDay() {
        List<AgendaColumn> week =
                AgendaRule.week(Clinic.DOCTOR, List.of(EARLY), Samples.DAY.minusDays(1), LocalDate::toString);
        assertThat(week).hasSize(7);
        assertThat(week.get(1).appointments()).hasSize(1);
        assertThat(week.get(1).title()).isEqualTo("2027-06-14");
    }
}
