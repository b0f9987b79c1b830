package dev.keyrack.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanTest {

    private final Plan plan = Stays.plan(
            Stays.confirmed("bkg_a", 0, "unt_1"),
            Stays.confirmed("bkg_b", 3, "unt_1"),
            Stays.confirmed("bkg_c", 10, "unt_1"));

    private String idAt(int night) {
        return plan.find(1, Stays.DAY + night)
                .map(bar -> bar.stay().id().value())
                .orElse("");
    }

    @Test
    void findsTheBarOfANight() {
        assertThat(idAt(-1)).isEmpty();
        assertThat(idAt(0)).isEqualTo("bkg_a");
        assertThat(idAt(2)).isEqualTo("bkg_a");
        assertThat(idAt(3)).isEqualTo("bkg_b");
        assertThat(idAt(6)).isEmpty();
        assertThat(idAt(12)).isEqualTo("bkg_c");
    }

    @Test
    void findsNothingInALineThatIsNotThere() {
        assertThat(plan.find(-1, Stays.DAY)).isEmpty();
        assertThat(plan.find(99, Stays.DAY)).isEmpty();
    }

    @Test
    void listsWhatTouchesSomeNights() {
        assertThat(plan.listBetween(1, Stays.DAY + 2, Stays.DAY + 4))
                .extracting(bar -> bar.stay().id().value())
                .containsExactly("bkg_a", "bkg_b");
    }

    @Test
    void seesALongStayBehindShorterOnes() {
        Plan overlapping = Stays.plan(
                Stays.confirmed("bkg_long", 0, "unt_1"),
                Stays.confirmed("bkg_two", 1, "unt_1"),
                Stays.confirmed("bkg_far", 30, "unt_1"));
        assertThat(overlapping.listBetween(1, Stays.DAY + 2, Stays.DAY + 3)).hasSize(2);
        assertThat(overlapping.firstAfter(1, Stays.DAY + 10)).isEqualTo(2);
    }

    @Test
    void findsABarAgainWhereverItWent() {
        Bar old = Stays.bar(plan, "bkg_a");
        Plan later = Stays.plan(Stays.confirmed("bkg_a", 0, "unt_2"));
        assertThat(later.findAgain(old)).map(Bar::row).contains(2);
    }
}
