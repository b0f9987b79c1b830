package dev.keyrack.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "{\"notes\":\"card 4111 1111 1111 1111 please\"}",
                "5500-0000-0000-0004",
                "378282246310005",
                "6011000990139424"
            })
    void findsCardNumbers(String text) {
        assertThat(CardNumberRule.holdsCardNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1234567890",
                "+4915112345678901",
                "4111111111111112",
                "2026-11-23T10:00:00",
                "bkg_4111111111111111",
                ""
            })
    void leavesOtherNumbersAlone(String text) {
        assertThat(CardNumberRule.holdsCardNumber(text)).isFalse();
    }

    @Test
    void findsOneAmongManyDigits() {
        assertThat(CardNumberRule.holdsCardNumber("room 12, 4242424242424242, 2 nights"))
                .isTrue();
    }
}
