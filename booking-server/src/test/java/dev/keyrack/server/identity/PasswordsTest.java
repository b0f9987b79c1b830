package dev.keyrack.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void knowsRightPasswordFromWrong() {
        String stored = passwords.hash("correct horse battery");
        assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(200);
        assertThat(passwords.matches("correct horse battery", stored)).isTrue();
        assertThat(passwords.matches("correct horse batterY", stored)).isFalse();
    }

    @Test
    void saltsEachPassword() {
        assertThat(passwords.hash("same")).isNotEqualTo(passwords.hash("same"));
    }

    @Test
    void readsWhatTheReferenceProgramWrote() {
        // echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1
        assertThat(passwords.matches(
                        "password",
                        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
                .isTrue();
    }

    @Test
    void makesPasswordsNobodyGuesses() {
        assertThat(Passwords.random()).matches("([a-z0-9]{5}-){3}[a-z0-9]{5}").isNotEqualTo(Passwords.random());
    }

    @Test
    void refusesToGuessAtUnknownForm() {
        assertThatThrownBy(() -> passwords.matches("x", "plain")).isInstanceOf(IllegalStateException.class);
    }
}
