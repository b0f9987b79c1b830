package dev.keyrack.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.desktop.account.PasswordFormRule.Fault;
import dev.keyrack.desktop.account.PasswordFormRule.Field;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordFormRuleTest {

    private static final String PRESENT = "old river stones";
    private static final String FRESH = "new river stones";

    @Test
    void takesWhatIsAnotherAndTypedTwice() {
        assertThat(PasswordFormRule.check(PRESENT, FRESH, FRESH)).isEmpty();
    }

    @Test
    void asksForAllThree() {
        assertThat(PasswordFormRule.check("", "", ""))
                .isEqualTo(
                        Map.of(Field.PRESENT, Fault.MISSING, Field.FRESH, Fault.MISSING, Field.AGAIN, Fault.MISSING));
    }

    @Test
    void asksForEightToTwoHundredCharacters() {
        assertThat(PasswordFormRule.check(PRESENT, "sevench", "sevench"))
                .isEqualTo(Map.of(Field.FRESH, Fault.TOO_SHORT));
        String longest = "ab".repeat(100);
        assertThat(PasswordFormRule.check(PRESENT, longest, longest)).isEmpty();
        assertThat(PasswordFormRule.check(PRESENT, longest + "a", longest + "a"))
                .isEqualTo(Map.of(Field.FRESH, Fault.TOO_LONG));
    }

    @Test
    void refusesThePresentOneAndASlipOfTheHand() {
        assertThat(PasswordFormRule.check(PRESENT, PRESENT, PRESENT)).isEqualTo(Map.of(Field.FRESH, Fault.THE_SAME));
        assertThat(PasswordFormRule.check(PRESENT, FRESH, "new river stnoes"))
                .isEqualTo(Map.of(Field.AGAIN, Fault.NOT_THE_SAME));
    }
}
