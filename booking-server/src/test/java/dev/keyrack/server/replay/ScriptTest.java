package dev.keyrack.server.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.keyrack.server.operation.BookingHistory;
import dev.keyrack.server.operation.HotelHistory;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final String HOTEL = "Resort Hotel";
    private static final LocalDate MAY = LocalDate.of(2016, 5, 2);

    private static Script script(BookingHistory history) throws IOException {
        return Script.of(HotelHistory.readAll(history.open()), HOTEL, null, null);
    }

    @Test
    void playsByDateAndBookingsBeforeCancellations() throws IOException {
        Script script = script(BookingHistory.aHistory()
                .row("A", MAY, 2, "No Deposit", "Canceled", MAY.minusDays(29))
                .stay("A", MAY.plusDays(1), 1)
                .stay("B", MAY, 1));
        assertThat(script.steps())
                .extracting(Script.Step::row, Script.Step::cancels)
                .containsExactly(tuple(0, false), tuple(2, false), tuple(1, false), tuple(0, true));
    }

    @Test
    void skipsStaysOfNoNightAndKeepsTheNumbersOfTheOthers() throws IOException {
        Script script = script(BookingHistory.aHistory().stay("A", MAY, 0).stay("A", MAY, 3));
        assertThat(script.rows()).isEqualTo(2);
        assertThat(script.skipped()).isEqualTo(1);
        assertThat(script.steps()).extracting(Script.Step::row).containsExactly(1);
    }

    @Test
    void playsOnlyArrivalsOfTheTimeThatIsAskedFor() throws IOException {
        BookingHistory history = BookingHistory.aHistory()
                .stay("A", MAY.minusDays(1), 1)
                .stay("B", MAY, 1)
                .stay("C", MAY.plusDays(1), 1);
        Script script = Script.of(HotelHistory.readAll(history.open()), HOTEL, MAY, MAY.plusDays(1));
        assertThat(script.rooms()).containsExactly("B");
        assertThat(script.rows()).isEqualTo(1);
    }

    @Test
    void movesByTheFewestWholeWeeks() throws IOException {
        Script script = script(BookingHistory.aHistory().stay("A", MAY, 1).stay("A", MAY.plusDays(9), 1));
        assertThat(script.weeksUntil(MAY.minusDays(3))).isZero();
        assertThat(script.weeksUntil(MAY)).isZero();
        assertThat(script.weeksUntil(MAY.plusDays(1))).isEqualTo(1);
        assertThat(script.weeksUntil(MAY.plusDays(7))).isEqualTo(1);
        assertThat(script.weeksUntil(MAY.plusDays(8))).isEqualTo(2);
    }

    @Test
    void namesWhatCannotBePlayed() {
        assertThatThrownBy(() -> script(BookingHistory.aHistory().line("Resort Hotel,thirty")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Line 2");
        assertThatThrownBy(() -> Script.of(
                        HotelHistory.readAll(
                                BookingHistory.aHistory().stay("A", MAY, 1).open()),
                        "City Hotel",
                        null,
                        null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[Resort Hotel]");
        assertThatThrownBy(() -> script(BookingHistory.aHistory().stay("A", MAY, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no stay in that time");
    }

    @Test
    void digestsTheNumbersOfRefusedRowsInTheirOrder() {
        assertThat(Outcome.digest(List.of())).isEqualTo("e3b0c44298fc1c14");
        assertThat(Outcome.digest(List.of(12, 7))).isEqualTo(Outcome.digest(List.of(7, 12)));
    }
}
