package dev.keyrack.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.desktop.Samples;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanRuleTest {

    private static List<String> line(Plan plan, int row) {
        return plan.barsOf(row).stream().map(bar -> bar.stay().id().value()).toList();
    }

    @Test
    void listsTheUnitsOfAResourceBelowItsName() {
        assertThat(Stays.plan().rows()).extracting(PlanRow::title).containsExactly("Double", "101", "102");
    }

    @Test
    void putsEachStayIntoTheLineOfItsUnitByStart() {
        Plan plan = Stays.plan(
                Samples.booking("bkg_b", 3, "unt_2", BookingStatus.CONFIRMED),
                Samples.booking("bkg_a", 0, "unt_2", BookingStatus.CHECKED_IN));
        assertThat(line(plan, 2)).containsExactly("bkg_a", "bkg_b");
    }

    @Test
    void stacksStaysWithoutAUnitInAsFewLinesAsTheyNeed() {
        Plan plan = Stays.plan(
                Samples.booking("bkg_a", 0, null, BookingStatus.CONFIRMED),
                Samples.booking("bkg_b", 1, null, BookingStatus.REQUESTED),
                Samples.booking("bkg_c", 3, null, BookingStatus.CONFIRMED));
        assertThat(plan.rows())
                .extracting(PlanRow::title)
                .containsExactly("Double", "No room yet", "No room yet", "101", "102");
        assertThat(line(plan, 1)).containsExactly("bkg_a", "bkg_c");
        assertThat(line(plan, 2)).containsExactly("bkg_b");
    }

    @Test
    void leavesOutWhatWasCancelledOrDeclined() {
        Plan plan = Stays.plan(
                Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CANCELLED),
                Samples.booking("bkg_b", 0, null, BookingStatus.DECLINED));
        assertThat(plan.bars()).isEmpty();
    }

    @Test
    void drawsAStayInSeveralUnitsAsOnePartForEach() {
        Plan plan = Stays.plan(Stays.split("bkg_a"));
        Bar first = plan.barsOf(1).getFirst();
        Bar second = plan.barsOf(2).getFirst();
        assertThat(first.end()).isEqualTo(second.start());
        assertThat(first.isFirst()).isTrue();
        assertThat(first.isLast()).isFalse();
        assertThat(second.isLast()).isTrue();
    }

    @Test
    void countsWhatIsFreeByNight() {
        Plan plan = Stays.plan(
                Stays.confirmed("bkg_a", 0, "unt_1"), Samples.booking("bkg_b", 2, null, BookingStatus.REQUESTED));
        PlanRow.Days days = plan.row(0).days();
        assertThat(List.of(days.free(Stays.DAY), days.free(Stays.DAY + 2), days.free(Stays.DAY + 3)))
                .containsExactly(1, 0, 1);
    }

    @Test
    void tellsWhyADateIsClosed() {
        var rule = new StayRule(
                Samples.DAY, Samples.DAY.plusDays(1), Set.of(), null, null, false, false, true, null, "Painting");
        Resource painted = Samples.withRules(List.of(rule));
        var ground = new PlanRule.Ground(
                Stays.DAY, Stays.DAY + 3, List.of(painted), Samples.UNITS, List.of(), "-", "Closed");
        PlanRow.Days days = PlanRule.plan(ground, List.of()).row(0).days();
        assertThat(days.closed(Stays.DAY + 1)).isEqualTo("Painting");
        assertThat(days.closed(Stays.DAY + 2)).isNull();
    }
}
