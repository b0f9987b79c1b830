package dev.keyrack.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatesTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 6, 14);

    @Test
    void namesTheWeekday() {
        assertThat(new Dates(Locale.ENGLISH).day(MONDAY)).isEqualTo("Mon, Jun 14");
        assertThat(new Dates(Locale.GERMAN).day(MONDAY)).isEqualTo("Mo., 14. Juni");
    }

    @Test
    void tellsTheTimeOfThePlace() {
        assertThat(new Dates(Locale.GERMAN).time(Instant.parse("2027-06-14T13:05:00Z"), ZoneId.of("Europe/Berlin")))
                .isEqualTo("15:05");
    }
}
