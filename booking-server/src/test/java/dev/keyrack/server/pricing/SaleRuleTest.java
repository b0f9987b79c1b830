package dev.keyrack.server.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Period;
import dev.keyrack.server.rig.Sample;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SaleRuleTest {

    private static final Instant NOW = Instant.parse("2026-10-20T10:00:00Z");

    private static StayRule rule(int minimum, boolean arrival, boolean departure, boolean closed, DayOfWeek... days) {
        return new StayRule(
                null, null, Set.of(days), minimum == 0 ? null : minimum, null, arrival, departure, closed, null, null);
    }

    private static Optional<ProblemType> refusal(Resource resource, String start, String end) {
        return SaleRule.refusal(resource, Period.parse(start, end), 1, 1, NOW).map(Problem::type);
    }

    private static Resource nights(StayRule... rules) {
        return Sample.resource("Europe/Lisbon", Sample.nights(1), List.of(), List.of(rules));
    }

    private static Resource appointments(String zone) {
        return Sample.resource(zone, Sample.appointments(30), List.of(), List.of());
    }

    @Test
    void sellsTonightButNotLastNight() {
        assertThat(refusal(nights(), "2026-10-20", "2026-10-21")).isEmpty();
        assertThat(refusal(nights(), "2026-10-19", "2026-10-21")).contains(ProblemType.PAST_DATE);
    }

    @Test
    void keepsTheProvidersRulesOnStays() {
        assertThat(refusal(nights(rule(3, false, false, false)), "2026-11-02", "2026-11-04"))
                .contains(ProblemType.MINIMUM_STAY);
        assertThat(refusal(nights(rule(0, true, false, false, DayOfWeek.MONDAY)), "2026-11-02", "2026-11-04"))
                .contains(ProblemType.CLOSED_TO_ARRIVAL);
        assertThat(refusal(nights(rule(0, false, true, false, DayOfWeek.WEDNESDAY)), "2026-11-02", "2026-11-04"))
                .contains(ProblemType.CLOSED_TO_DEPARTURE);
        assertThat(refusal(nights(rule(0, false, false, true, DayOfWeek.TUESDAY)), "2026-11-02", "2026-11-04"))
                .contains(ProblemType.CLOSED);
        assertThat(refusal(nights(rule(0, false, false, true, DayOfWeek.WEDNESDAY)), "2026-11-02", "2026-11-04"))
                .isEmpty();
    }

    @Test
    void refusesTooManyGuestsAndTheWrongGrain() {
        Period stay = Period.parse("2026-11-02", "2026-11-04");
        assertThat(SaleRule.refusal(nights(), stay, 2, 5, NOW).map(Problem::type))
                .contains(ProblemType.TOO_MANY_GUESTS);
        assertThat(SaleRule.refusal(nights(), stay, 2, 4, NOW)).isEmpty();
        assertThat(refusal(appointments("Europe/Lisbon"), "2026-11-02", "2026-11-04"))
                .contains(ProblemType.OFF_STEP);
    }

    @Test
    void opensAtNineByTheWallBeforeAndAfterTheClocksChange() {
        Resource lisbon = appointments("Europe/Lisbon");
        assertThat(refusal(lisbon, "2026-10-24T08:00:00Z", "2026-10-24T08:30:00Z"))
                .isEmpty();
        assertThat(refusal(lisbon, "2026-10-26T08:00:00Z", "2026-10-26T08:30:00Z"))
                .contains(ProblemType.CLOSED);
        assertThat(refusal(lisbon, "2026-10-26T09:00:00Z", "2026-10-26T09:30:00Z"))
                .isEmpty();
        Resource newYork = appointments("America/New_York");
        assertThat(refusal(newYork, "2026-10-31T13:00:00Z", "2026-10-31T13:30:00Z"))
                .isEmpty();
        assertThat(refusal(newYork, "2026-11-02T13:00:00Z", "2026-11-02T13:30:00Z"))
                .contains(ProblemType.CLOSED);
    }

    @Test
    void sellsWholeStepsOnly() {
        Resource lisbon = appointments("Europe/Lisbon");
        assertThat(refusal(lisbon, "2026-10-26T09:10:00Z", "2026-10-26T09:40:00Z"))
                .contains(ProblemType.OFF_STEP);
        assertThat(refusal(lisbon, "2026-10-26T09:00:00Z", "2026-10-26T09:20:00Z"))
                .contains(ProblemType.OFF_STEP);
        assertThat(refusal(lisbon, "2026-10-26T16:30:00Z", "2026-10-26T17:30:00Z"))
                .contains(ProblemType.CLOSED);
    }
}
