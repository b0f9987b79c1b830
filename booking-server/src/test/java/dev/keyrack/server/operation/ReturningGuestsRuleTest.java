package dev.keyrack.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturningGuestsRuleTest {

    private static final LocalDate DAY = LocalDate.of(2016, 8, 15);

    @Test
    void givesTheNextStayToWhoHadAsManyBefore() {
        assertThat(ReturningGuestsRule.assign(
                        List.of(row(2, "PRT", 0, 0), row(3, "PRT", 0, 3), row(4, "PRT", 1, 10), row(5, "PRT", 2, 20))))
                .containsEntry(2, 2)
                .containsEntry(3, 3)
                .containsEntry(4, 2)
                .containsEntry(5, 2);
    }

    @Test
    void takesNobodyOfAnotherCountryOrStillInTheHouse() {
        assertThat(ReturningGuestsRule.assign(
                        List.of(row(2, "PRT", 0, 0), row(3, "DEU", 1, 10), row(4, "PRT", 1, 1), row(5, "PRT", 0, 10))))
                .containsEntry(3, 3)
                .containsEntry(4, 4)
                .containsEntry(5, 5);
    }

    @Test
    void countsNoCancelledStay() {
        HotelRow cancelled = row(3, "PRT", 1, 5, "Canceled");

        assertThat(ReturningGuestsRule.assign(List.of(row(4, "PRT", 1, 9), cancelled, row(2, "PRT", 0, 0))))
                .containsEntry(3, 2)
                .containsEntry(4, 2);
    }

    private static HotelRow row(int line, String country, int before, int day) {
        return row(line, country, before, day, "Check-Out");
    }

    private static HotelRow row(int line, String country, int before, int day, String status) {
        LocalDate arrival = DAY.plusDays(day);
        return new HotelRow(
                line,
                "City Hotel",
                "A",
                arrival,
                2,
                0,
                new HotelRow.Party(2, 0, before),
                country,
                "No Deposit",
                BigDecimal.TEN,
                status,
                arrival.plusDays(2));
    }
}
