package dev.keyrack.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ActTest {

    private record Inner(int price, int capacity) {}

    private record Outer(String name, Inner inner, List<Integer> days) {}

    @Test
    void keepsOnlyWhatDiffers() {
        Act act = Act.of("resource.changed", "res_1", "")
                .changed(
                        new Outer("a", new Inner(100, 5), List.of(1)), new Outer("a", new Inner(90, 5), List.of(1, 2)));

        assertThat(act.before()).isEqualTo("{\"inner\":{\"price\":100},\"days\":[1]}");
        assertThat(act.after()).isEqualTo("{\"inner\":{\"price\":90},\"days\":[1,2]}");
    }

    @Test
    void keepsAllOfWhatIsNew() {
        Act act = Act.of("unit.created", "unt_1", "").changed(null, new Inner(1, 2));

        assertThat(act.before()).isNull();
        assertThat(act.after()).isEqualTo("{\"price\":1,\"capacity\":2}");
    }

    @Test
    void cutsWhatIsTooLongBetweenTwoCharacters() {
        Act act = Act.of("a".repeat(61), "b".repeat(200), "x".repeat(3_999) + "\uD83D\uDE00");

        assertThat(act.action()).hasSize(60);
        assertThat(act.subjectId()).hasSize(120);
        assertThat(act.detail()).isEqualTo("x".repeat(3_999));
    }
}
