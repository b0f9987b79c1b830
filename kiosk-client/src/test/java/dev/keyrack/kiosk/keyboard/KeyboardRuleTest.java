package dev.keyrack.kiosk.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyboardRuleTest {

    @ParameterizedTest
    @CsvSource({
        "NAME, Mü, ß, Müß", "NAME, Ana, 1, Ana", "EMAIL, ana, @, ana@", "EMAIL, ana, ü, ana",
        "EMAIL, ana@x, .com, ana@x.com", "PHONE, +49, 3, +493", "PHONE, +49, a, +49", "CODE, KR, f, KRF",
        "PIN, 47, x, 47"
    })
    void takesOnlyWhatTheFieldIsFor(FieldKind kind, String before, String key, String after) {
        assertThat(KeyboardRule.typed(kind, before, key)).isEqualTo(after);
    }

    @Test
    void givesGermanGuestsTheirUmlauts() {
        List<String> keys = KeyboardRule.rows(FieldKind.NAME, Locale.GERMAN, KeyboardRule.Face.SMALL).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(keys).contains("ä", "ö", "ü", "ß", "z");
    }

    @Test
    void offersOnlyKeysThatTheFieldTakes() {
        for (FieldKind kind : FieldKind.values()) {
            assertThat(KeyboardRule.rows(kind, Locale.ENGLISH, KeyboardRule.Face.SMALL).stream()
                            .flatMap(List::stream)
                            .filter(key -> !List.of("⇧", "⌫", "é ñ ü", " ").contains(key)))
                    .as(kind.name())
                    .allMatch(kind::takes);
        }
    }

    @Test
    void goesToTheNextFieldWithAKeyOfItsOwn() {
        List<List<String>> letters = KeyboardRule.rows(FieldKind.NAME, Locale.ENGLISH, KeyboardRule.Face.SMALL);
        assertThat(KeyboardRule.withNext(FieldKind.NAME, letters).getLast())
                .startsWith(KeyboardRule.ACCENTS)
                .endsWith(KeyboardRule.ERASE, KeyboardRule.NEXT);
        List<List<String>> pad = KeyboardRule.rows(FieldKind.PHONE, Locale.ENGLISH, KeyboardRule.Face.SMALL);
        assertThat(KeyboardRule.withNext(FieldKind.PHONE, pad).getLast()).containsExactly(KeyboardRule.NEXT);
    }

    @Test
    void erasesAWholeCharacter() {
        assertThat(KeyboardRule.erased("Zoë")).isEqualTo("Zo");
        assertThat(KeyboardRule.erased("")).isEmpty();
    }

    @Test
    void beginsEveryPartOfANameWithACapital() {
        assertThat(KeyboardRule.startsWord(FieldKind.NAME, "Anna-")).isTrue();
        assertThat(KeyboardRule.startsWord(FieldKind.NAME, "Ann")).isFalse();
        assertThat(KeyboardRule.startsWord(FieldKind.EMAIL, "")).isFalse();
    }
}
