package dev.keyrack.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientNameRuleTest {

    @Test
    void showsTheOwnProgramAsItNamesItself() {
        assertThat(ClientNameRule.name("Keyrack (Linux)")).contains("Keyrack (Linux)");
    }

    @Test
    void tellsBrowsersApartThatNameEachOther() {
        String chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36";
        assertThat(ClientNameRule.name(chrome)).contains("Chrome");
        assertThat(ClientNameRule.name(chrome + " Edg/120.0")).contains("Edge");
        assertThat(ClientNameRule.name("Mozilla/5.0 (Macintosh) Version/17.1 Safari/605.1.15"))
                .contains("Safari");
        assertThat(ClientNameRule.name("Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/121.0"))
                .contains("Firefox");
    }

    @Test
    void takesTheFirstWordOfOthers() {
        assertThat(ClientNameRule.name("curl/8.5.0")).contains("curl");
        assertThat(ClientNameRule.name(" ")).isEmpty();
    }
}
