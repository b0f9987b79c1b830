package dev.keyrack.desktop.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatchRuleTest {

    @Test
    void putsWholeWordsBeforeBeginningsBeforeInsides() {
        assertThat(MatchRule.score("ana", "Ana Silva"))
                .isGreaterThan(MatchRule.score("ana", "Anabela Silva"))
                .isPositive();
        assertThat(MatchRule.score("ana", "Anabela Silva")).isGreaterThan(MatchRule.score("bela", "Anabela Silva"));
    }

    @Test
    void forgivesAccentsAndSlips() {
        assertThat(MatchRule.score("muller", "Jörg Müller")).isPositive();
        assertThat(MatchRule.score("strasse", "Anna Straße")).isPositive();
        assertThat(MatchRule.score("slivA", "Ana Silva")).isPositive();
        assertThat(MatchRule.score("silvia", "Ana Silva")).isPositive();
        assertThat(MatchRule.score("arvl", "Arrivals")).isPositive();
    }

    @Test
    void wantsEveryWord() {
        assertThat(MatchRule.score("ana 101", "Ana Silva KR2F4G 101")).isPositive();
        assertThat(MatchRule.score("ana 102", "Ana Silva KR2F4G 101")).isZero();
        assertThat(MatchRule.score("xyz", "Ana Silva")).isZero();
        assertThat(MatchRule.score("…", "Ana Silva")).isZero();
    }
}
