package dev.keyrack.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectRuleTest {

    private static final OauthClient DESKTOP =
            new OauthClient("keyrack-desktop", "Keyrack Desktop", "http://127.0.0.1/callback", true, true);
    private static final OauthClient ELSEWHERE =
            new OauthClient("planner", "Planner", "https://planner.example/back?of=keyrack", false, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/callback",
                "http://127.0.0.1:51234/callback",
                "http://127.0.0.1:65535/callback",
                "http://[::1]:51234/callback"
            })
    void programOnTheSameMachineMayNameAnyPort(String address) {
        assertThat(RedirectRule.allows(DESKTOP, address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/callback",
                "http://127.0.0.1:0/callback",
                "http://127.0.0.1:65536/callback",
                "http://127.0.0.1:51234/other",
                "http://127.0.0.1:51234/callback/",
                "http://127.0.0.1:51234/callback?x=1",
                "http://127.0.0.1:51234/callback#x",
                "http://127.0.0.1:51234/x/../callback",
                "http://localhost:51234/callback",
                "http://127.0.0.2:51234/callback",
                "http://127.0.0.1.example.com:51234/callback",
                "http://127.0.0.1:51234@example.com/callback",
                "http://someone@127.0.0.1:51234/callback",
                "https://127.0.0.1:51234/callback",
                "HTTP://127.0.0.1:51234/callback",
                "http://127.0.0.1:51234/callback\n",
                "javascript:alert(1)",
                ""
            })
    void nothingElseOfItsAddressIsFree(String address) {
        assertThat(RedirectRule.allows(DESKTOP, address)).isFalse();
    }

    @Test
    void programElsewhereHasOneAddress() {
        assertThat(RedirectRule.allows(ELSEWHERE, "https://planner.example/back?of=keyrack"))
                .isTrue();
        assertThat(RedirectRule.allows(ELSEWHERE, "https://planner.example:443/back?of=keyrack"))
                .isFalse();
        assertThat(RedirectRule.allows(ELSEWHERE, "https://planner.example/back"))
                .isFalse();
        assertThat(RedirectRule.allows(ELSEWHERE, "https://planner.example/back?of=keyrack&x=1"))
                .isFalse();
        assertThat(RedirectRule.allows(ELSEWHERE, "http://127.0.0.1:51234/callback"))
                .isFalse();
    }
}
