package dev.keyrack.server.guest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"ABCD23456", "abcd23456", " ABCD-23456 ", "ABC D23\u2013456", "AB\u00a0CD 23456"})
    void readsCodesAsTheyArePrintedAndTyped(String typed) {
        assertThat(TicketRule.code(typed)).isEqualTo("ABCD23456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", "%", "ABCD%", "_________", "ABC", "A' or '1'='1", "ABCDEFGHIJKLMNOPQRSTUV"})
    void findsNoCodeInOddInput(String typed) {
        assertThat(TicketRule.code(typed)).isEmpty();
    }

    @Test
    void looksPastCaseAccentsAndBlanks() {
        assertThat(TicketRule.sameName(" goncalves ", "Gonçalves")).isTrue();
        assertThat(TicketRule.sameName("GROSS", "Groß")).isTrue();
        assertThat(TicketRule.sameName("de  jong", "de-Jong")).isTrue();
        assertThat(TicketRule.sameName("d\u2019angelo", "D'Angelo")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "%", "_", "Gon", "Gonçalve", "Gonçalvess", "*"})
    void takesNothingElseForTheName(String typed) {
        assertThat(TicketRule.sameName(typed, "Gonçalves")).isFalse();
    }
}
