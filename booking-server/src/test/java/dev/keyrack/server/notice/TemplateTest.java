package dev.keyrack.server.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void escapesValuesInMarkup() {
        assertThat(Template.ofMarkup("<b title=\"{{a}}\">{{a}}</b>").fill(Map.of("a", "<i>\"O'Brien\" & Söhne")))
                .isEqualTo("<b title=\"&lt;i&gt;&quot;O&#39;Brien&quot; &amp; Söhne\">"
                        + "&lt;i&gt;&quot;O&#39;Brien&quot; &amp; Söhne</b>");
    }

    @Test
    void leavesValuesOfPlainTextAsTheyAre() {
        assertThat(new Template("{{a}}!", false).fill(Map.of("a", "R&B $1 \\"))).isEqualTo("R&B $1 \\!");
    }

    @Test
    void doesNotLookAtWhatItFilledIn() {
        assertThat(Template.ofMarkup("{{a}} {{{b}}}").fill(Map.of("a", "{{b}} {{{b}}}", "b", "<br/>{{a}}")))
                .isEqualTo("{{b}} {{{b}}} <br/>{{a}}");
    }

    @Test
    void missesNoValue() {
        assertThatThrownBy(() -> Template.ofMarkup("{{a}}").fill(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a");
    }

    @Test
    void lineHasNoControlCharacters() {
        assertThat(Template.line(" Ann\r\nBcc: x@example.com\u0000\u2028\ud800\uffff\u0085 "))
                .isEqualTo("Ann  Bcc: x@example.com");
        assertThat(Template.line("Zoë 王 😀")).isEqualTo("Zoë 王 😀");
    }
}
