package dev.keyrack.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonRuleTest {

    private static final String ANN =
            "{\"bookingId\":\"bkg_1\",\"userDetails\":{\"firstName\":\"Ann\",\"lastName\":\"Lee\","
                    + "\"email\":\"ann@example.com\"},\"notes\":\"late\",\"guests\":2}";
    private static final String NOBODY =
            "{\"bookingId\":\"bkg_1\",\"userDetails\":{\"firstName\":\"\u2013\",\"lastName\":"
                    + "\"\u2013\"},\"guests\":2}";
    private static final String BOB = ANN.replace("bkg_1", "bkg_2").replace("Ann", "Bob");

    @Test
    void takesThePersonOutOfABooking() {
        assertThat(PersonRule.without(ANN, Set.of("bkg_1"))).isEqualTo(NOBODY);
    }

    @Test
    void findsItWhereverItStands() {
        assertThat(PersonRule.without("[" + BOB + ",{\"current\":" + ANN + "}]", Set.of("bkg_1")))
                .isEqualTo("[" + BOB + ",{\"current\":" + NOBODY + "}]");
    }

    @Test
    void leavesOthersAsTheyAre() {
        assertThat(PersonRule.without(ANN, Set.of("bkg_2"))).isSameAs(ANN);
        String created = "{\"bookingId\":\"bkg_1\",\"status\":\"confirmed\"}";
        assertThat(PersonRule.without(created, Set.of("bkg_1"))).isSameAs(created);
    }
}
