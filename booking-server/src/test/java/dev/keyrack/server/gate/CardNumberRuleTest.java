package dev.keyrack.server.gate;

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
                "6011000990139424",
                "2223003122003222",
                "30569309025904",
                "4222222222222",
                "4111 1111 1111 1111 12 27 123",
                "2 4111 1111 1111 1111",
                "+1234567890 4111111111111111",
                "{\"amount\":4111111111111111}"
            })
    void findsCardNumbers(String text) {
        assertThat(CardNumberRule.holdsCardNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1234567890",
                "+4915112345678901",
                "+49 1512 3456789",
                "0049 1512 3456784",
                "4111111111111112",
                "4111  1111  1111  1111",
                "0000000000000000",
                "1111111111111117",
                "2026-11-23T10:00:00",
                "bkg_4111111111111111",
                "41234567-1234-4129-8411-123456789012",
                "411111111111",
                "41111111111111111111",
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

    @Test
    void readsLongTextsInOneGo() {
        assertThat(CardNumberRule.holdsCardNumber("1 ".repeat(130_000))).isFalse();
    }
}
