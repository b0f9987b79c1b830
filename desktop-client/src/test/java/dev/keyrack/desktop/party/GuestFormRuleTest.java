package dev.keyrack.desktop.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GuestFormRuleTest {

    @Test
    void asksForBothNamesAndNothingElse() {
        assertThat(GuestFormRule.check("", " ", "", ""))
                .isEqualTo(Map.of(
                        GuestFormRule.Field.FIRST_NAME, GuestFormRule.Fault.MISSING,
                        GuestFormRule.Field.LAST_NAME, GuestFormRule.Fault.MISSING));
        assertThat(GuestFormRule.check("Ana", "Reis", "", "")).isEmpty();
    }

    @Test
    void refusesWhatTheServerWouldRefuse() {
        assertThat(GuestFormRule.check("A".repeat(101), "Reis", "ana", "call me"))
                .isEqualTo(Map.of(
                        GuestFormRule.Field.FIRST_NAME, GuestFormRule.Fault.TOO_LONG,
                        GuestFormRule.Field.EMAIL, GuestFormRule.Fault.NO_ADDRESS,
                        GuestFormRule.Field.PHONE, GuestFormRule.Fault.NO_NUMBER));
    }
}
