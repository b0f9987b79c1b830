package dev.keyrack.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserCodeRuleTest {

    @Test
    void isEightConsonantsInTwoHalves() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String code = UserCodeRule.random();
            assertThat(UserCodeRule.shown(code)).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
            assertThat(UserCodeRule.read(UserCodeRule.shown(code))).hasValue(code);
            codes.add(code);
        }
        assertThat(codes).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BCDF-GHJK", "bcdfghjk", " bcdf ghjk ", "BCDF–GHJK", "b.c.d.f-g.h.j.k"})
    void isReadHoweverItIsWritten(String typed) {
        assertThat(UserCodeRule.read(typed)).hasValue("BCDFGHJK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BCDF-GHJ", "BCDF-GHJKL", "ACDF-GHJK", "BCDF-GHJ1", "BCDF_GHJK", "ßCDFGHJK"})
    void isNothingElse(String typed) {
        assertThat(UserCodeRule.read(typed)).isEmpty();
    }
}
