package dev.keyrack.desktop.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.stay.HistoryEntry;
import dev.keyrack.desktop.DesktopApp;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.Messages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HistoryTextTest {

    private static final HistoryText GERMAN =
            new HistoryText(Messages.of(DesktopApp.class, Locale.GERMAN), Samples.SITE.timeZone());

    private static String told(String action, String detail) {
        String line = GERMAN.lines(List.of(new HistoryEntry(Samples.CLOCK.instant(), "Ana", action, detail)));
        return line.substring(line.indexOf("Ana: ") + "Ana: ".length());
    }

    @Test
    void tellsDatesAndMoneyInTheLanguageOfTheProgram() {
        assertThat(told("booking.changed", "2027-06-14 to 2027-06-17, EUR 329.92"))
                .isEqualTo("geändert Mo., 14. Juni – Do., 17. Juni, 329,92\u00a0€");
        assertThat(told("booking.paid", "EUR 329.92 in cash")).isEqualTo("bezahlt 329,92\u00a0€ bar");
        assertThat(told("booking.cancelled", "EUR 0.00 back")).isEqualTo("storniert 0,00\u00a0€ zurück");
        assertThat(told("booking.payment", "refunded")).isEqualTo("Zahlung: Ganz oder teilweise erstattet");
    }

    @Test
    void saysAStatusOnceAndLeavesNamesAlone() {
        assertThat(told("booking.created", "requested")).isEqualTo("gebucht");
        assertThat(told("booking.checked-in", "Zimmer 101")).isEqualTo("eingecheckt Zimmer 101");
        assertThat(told("booking.guest-merged", "gst_1")).isEqualTo("mit einem anderen Gast zusammengeführt");
    }

    @Test
    void saysSoWhereNothingIsRecorded() {
        assertThat(GERMAN.lines(List.of())).isEqualTo("Nichts aufgezeichnet.");
    }
}
