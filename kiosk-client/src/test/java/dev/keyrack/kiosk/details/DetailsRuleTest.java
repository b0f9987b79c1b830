package dev.keyrack.kiosk.details;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.kiosk.details.DetailsRule.Fault;
import dev.keyrack.kiosk.flow.GuestInput;
import org.junit.jupiter.api.Test;

class DetailsRuleTest {

    @Test
    void asksForBothNames() {
        assertThat(DetailsRule.faults(GuestInput.EMPTY))
                .containsExactly(Fault.FIRST_NAME_MISSING, Fault.LAST_NAME_MISSING);
    }

    @Test
    void looksAtWhatIsOptionalOnlyWhereItIsGiven() {
        assertThat(DetailsRule.faults(new GuestInput("Ana", "Silva", "", ""))).isEmpty();
        assertThat(DetailsRule.faults(new GuestInput("Ana", "Silva", "ana@", "12")))
                .containsExactly(Fault.EMAIL_WRONG, Fault.PHONE_WRONG);
        assertThat(DetailsRule.faults(new GuestInput("Ana", "Silva", "ana@mail.example.com", "+351 912 345")))
                .isEmpty();
    }
}
