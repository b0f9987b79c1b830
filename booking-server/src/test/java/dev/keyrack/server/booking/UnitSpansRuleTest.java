package dev.keyrack.server.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.http.ProblemException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitSpansRuleTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    private static final UnitId ONE = new UnitId("unt_1");
    private static final UnitId TWO = new UnitId("unt_2");
    private static final List<UnitNights> PLAN = List.of(span(ONE, 0, 2), span(TWO, 2, 5));

    private static UnitNights span(UnitId unit, int from, int to) {
        return new UnitNights(
                unit, null, FIRST.plusDays(from).toString(), FIRST.plusDays(to).toString());
    }

    private static StayRange nights(int from, int to) {
        return new StayRange(FIRST.plusDays(from), FIRST.plusDays(to));
    }

    private static void assertRefused(UnitNights... asked) {
        assertThatThrownBy(() -> UnitSpansRule.whole(nights(0, 5), List.of(asked)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void takesSpansThatAreTheWholeStay() {
        assertThat(UnitSpansRule.whole(nights(0, 5), PLAN)).isEqualTo(PLAN);
    }

    @Test
    void refusesGapsOverlapsAndWhatReachesTooShortOrTooFar() {
        assertRefused();
        assertRefused(span(ONE, 0, 2), span(TWO, 3, 5));
        assertRefused(span(ONE, 0, 3), span(TWO, 2, 5));
        assertRefused(span(ONE, 0, 2), span(TWO, 2, 4));
        assertRefused(span(ONE, 0, 2), span(TWO, 2, 6));
        assertRefused(span(TWO, 2, 5), span(ONE, 0, 2));
        assertRefused(span(ONE, 0, 0), span(TWO, 0, 5));
        assertRefused(new UnitNights(ONE, null, "soon", "later"));
    }

    @Test
    void makesOneOfNeighboursInTheSameUnit() {
        assertThat(UnitSpansRule.whole(nights(0, 5), List.of(span(ONE, 0, 2), span(ONE, 2, 5))))
                .containsExactly(span(ONE, 0, 5));
    }

    @Test
    void cutsAPlanToTheNightsThatAreLeft() {
        assertThat(UnitSpansRule.within(nights(0, 3), PLAN)).containsExactly(span(ONE, 0, 2), span(TWO, 2, 3));
        assertThat(UnitSpansRule.within(nights(0, 2), PLAN)).isEmpty();
    }

    @Test
    void stretchesTheLastUnitAsLongAsTheFirstNightStays() {
        assertThat(UnitSpansRule.onDates(nights(0, 7), PLAN)).containsExactly(span(ONE, 0, 2), span(TWO, 2, 7));
        assertThat(UnitSpansRule.onDates(nights(0, 3), PLAN)).containsExactly(span(ONE, 0, 2), span(TWO, 2, 3));
        assertThat(UnitSpansRule.onDates(nights(0, 1), PLAN)).isEmpty();
        assertThat(UnitSpansRule.onDates(nights(1, 5), PLAN)).isEmpty();
        assertThat(UnitSpansRule.onDates(nights(0, 5), List.of())).isEmpty();
    }

    @Test
    void tellsTheNightsOfEachUnit() {
        var taken = nights(0, 5).nights().stream().map(LocalDate::atStartOfDay).toList();
        assertThat(UnitSpansRule.grains(ONE, PLAN, taken))
                .containsEntry(ONE, taken.subList(0, 2))
                .containsEntry(TWO, taken.subList(2, 5));
        assertThat(UnitSpansRule.grains(ONE, List.of(), taken)).containsOnlyKeys(ONE);
        assertThat(UnitSpansRule.grains(null, List.of(), taken)).isEmpty();
    }
}
