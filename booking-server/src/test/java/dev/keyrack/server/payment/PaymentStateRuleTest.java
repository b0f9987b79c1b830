package dev.keyrack.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.contract.payment.Payment.State;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentStateRuleTest {

    @ParameterizedTest
    @CsvSource({
        "SENT, APPROVED",
        "SENT, DECLINED",
        "SENT, UNKNOWN",
        "UNKNOWN, APPROVED",
        "UNKNOWN, DECLINED",
        "APPROVED, CAPTURING",
        "APPROVED, VOIDING",
        "CAPTURING, CAPTURED",
        "VOIDING, VOIDED"
    })
    void allowsTheArrowsOfTheMachine(State from, State to) {
        assertThatCode(() -> PaymentStateRule.require(from, to)).doesNotThrowAnyException();
    }

    @Test
    void hasNoOtherArrows() {
        int arrows = 0;
        for (State from : State.values()) {
            arrows += PaymentStateRule.next(from).size();
        }
        assertThat(arrows).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "CAPTURED", "VOIDED"})
    void endsInStatesThatNothingFollows(State end) {
        for (State to : State.values()) {
            assertThatThrownBy(() -> PaymentStateRule.require(end, to))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(end.name());
        }
    }

    @Test
    void leadsFromTheFirstStateToEveryOther() {
        Set<State> reached = EnumSet.of(State.SENT);
        for (int i = 0; i < State.values().length; i++) {
            Set.copyOf(reached).forEach(state -> reached.addAll(PaymentStateRule.next(state)));
        }
        assertThat(reached).containsExactlyInAnyOrder(State.values());
    }

    @ParameterizedTest
    @EnumSource
    void waitsOnlyBeforeTheOutcomeIsKnown(State state) {
        assertThat(PaymentStateRule.waits(state)).isEqualTo(state == State.SENT || state == State.UNKNOWN);
    }

    @Test
    void isUnderWayUntilNothingFollows() {
        assertThat(EnumSet.allOf(State.class).stream().filter(PaymentStateRule::isUnderWay))
                .containsExactlyInAnyOrder(State.SENT, State.UNKNOWN, State.APPROVED, State.CAPTURING, State.VOIDING);
    }
}
