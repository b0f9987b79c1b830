package dev.keyrack.desktop.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoardPlanRuleTest {

    private static BoardPlan plan(Booking... bookings) {
        List<Stay> stays = Stream.of(bookings).map(BoardPlanRuleTest::stay).toList();
        return BoardPlanRule.plan(Samples.SITE.id(), List.of(Samples.DOUBLE), Samples.UNITS, stays, "No room yet");
    }

    static Stay stay(Booking booking) {
        return Stay.of(booking).orElseThrow();
    }

    private static List<String> line(BoardPlan plan, int row) {
        return plan.barsByRow().get(row).stream()
                .map(bar -> bar.stay().bookingId().value())
                .toList();
    }

    @Test
    void listsTheUnitsOfAResourceBelowItsName() {
        assertThat(plan().rows()).extracting(BoardRow::title).containsExactly("Double", "101", "102");
    }

    @Test
    void putsEachStayIntoTheLineOfItsUnitByStart() {
        BoardPlan plan = plan(
                Samples.booking("bkg_b", 3, "unt_2", BookingStatus.CONFIRMED),
                Samples.booking("bkg_a", 0, "unt_2", BookingStatus.CHECKED_IN));
        assertThat(line(plan, 2)).containsExactly("bkg_a", "bkg_b");
    }

    @Test
    void stacksStaysWithoutAUnitInAsFewLinesAsTheyNeed() {
        BoardPlan plan = plan(
                Samples.booking("bkg_a", 0, null, BookingStatus.CONFIRMED),
                Samples.booking("bkg_b", 1, null, BookingStatus.REQUESTED),
                Samples.booking("bkg_c", 3, null, BookingStatus.CONFIRMED));
        assertThat(plan.rows())
                .extracting(BoardRow::title)
                .containsExactly("Double", "No room yet", "No room yet", "101", "102");
        assertThat(line(plan, 1)).containsExactly("bkg_a", "bkg_c");
        assertThat(line(plan, 2)).containsExactly("bkg_b");
    }

    @Test
    void leavesOutWhatWasCancelledOrDeclined() {
        BoardPlan plan = plan(
                Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CANCELLED),
                Samples.booking("bkg_b", 0, null, BookingStatus.DECLINED));
        assertThat(plan.bars()).isEmpty();
    }
}
