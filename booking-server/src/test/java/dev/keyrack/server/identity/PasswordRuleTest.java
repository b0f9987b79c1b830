package dev.keyrack.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    private static final String NAME = "ann.bell@example.com";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "password1",
                "password123!",
                "passwort",
                "p@ssw0rd",
                "qwertzuiop",
                "qwertyuiop",
                "12345678",
                "123456789",
                "987654321",
                "87654321",
                "abcdefgh",
                "zyxwvuts",
                "aaaaaaaa",
                "11111111",
                "abababab",
                "abcabcabc",
                "1q2w3e4r",
                "iloveyou",
                "sunshine",
                "football1",
                "letmein1",
                "changeme",
                "welcome123",
                "ann.bell",
                "ann.bell1",
                "ann.bell@example.com",
                "ann.bell2026",
                "ann.bellann.bell",
                "hotel123",
                "keyrack1",
                "reception",
                "contraseña",
                "monkey!!",
                "    aaaa",
                "zaq12wsx",
                "1111111a"
            })
    void refuses(String password) {
        assertThat(PasswordRule.isWeak(password.strip(), NAME)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "vkf9-7mqx-22pw",
                "drei blaue fahrraeder",
                "Tr0ub4dor&3",
                "ännchen von tharau",
                "zwölf laxmannbooste",
                "the bell of ann and a long way home",
                "99 luftballons und mehr",
                "aVeryLongPasswordThatNobodyHasEverHadBeforeAndThatHasMoreThanSixtyFourCharacters"
            })
    void takes(String password) {
        assertThat(PasswordRule.isWeak(password, NAME)).isFalse();
    }
}
