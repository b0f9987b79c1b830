package dev.keyrack.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.fx.check.MessagesCheck;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final Messages german = Messages.of(MessagesTest.class, Locale.GERMANY);

    @Test
    void speaksTheWishedLanguage() {
        assertThat(german.text("sample.greeting.name", "Jörg")).isEqualTo("Grüß Gott, Jörg");
        assertThat(german.locale()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void speaksEnglishWhereTheLanguageIsNotThere() {
        var finnish = Messages.of(MessagesTest.class, Locale.of("fi"));
        assertThat(finnish.text("sample.greeting.name", "Aino")).isEqualTo("Hello, Aino");
        assertThat(finnish.locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void refusesAnUnknownKey() {
        assertThatThrownBy(() -> german.text("sample.greeting.none")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void theCheckFindsAPlaceholderThatOneLanguageLacks() {
        assertThatThrownBy(() -> MessagesCheck.requireSameInEveryLanguage(MessagesTest.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("sample.farewell.name");
    }
}
