package dev.keyrack.desktop.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.fx.Messages;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRuleTest {

    private static final List<String> NAMES = List.of("today", "tomorrow", "yesterday", "heute", "morgen", "gestern");
    private final DateRule rule = new DateRule(LocalDate.of(2027, 6, 14), Messages.LANGUAGES);

    @ParameterizedTest
    @CsvSource({
        "14 June, 2027-06-14",
        "June 20, 2027-06-20",
        "20. Juni, 2027-06-20",
        "3 Mär, 2028-03-03",
        "20.6., 2027-06-20",
        "20.6.2028, 2028-06-20",
        "6/20, 2027-06-20",
        "2 January, 2028-01-02",
        "2027-12-31, 2027-12-31",
        "+3, 2027-06-17",
        "-2, 2027-06-12",
        "tomorrow, 2027-06-15",
        "Gestern, 2027-06-13"
    })
    void findsTheDay(String words, LocalDate day) {
        assertThat(rule.find(words, NAMES)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.2.", "14 Smith", "101", "+", "Ana"})
    void findsNoneInOtherWords(String words) {
        assertThat(rule.find(words, NAMES)).isEmpty();
    }

    @Test
    void takesADayOfTheLastTwoMonths() {
        var winter = new DateRule(LocalDate.of(2027, 1, 2), Messages.LANGUAGES);
        assertThat(winter.find("30 December", NAMES)).contains(LocalDate.of(2026, 12, 30));
    }
}
