package dev.keyrack.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.rig.TestServer;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What every page of a sign-in says to browsers, and to people who read it or have it read to them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

    private static final Pattern FIELD = Pattern.compile("<input id=\"([a-z]+)\"[^>]*>");

    private TestServer server;
    private Program program;
    private SignIn account;

    @SuppressWarnings("NullAway.Init")
    PagesIT() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = new TestServer(folder);
        program = Program.desktop(server.server().uri());
        account = server.administrator();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Browser browser(String language) {
        return new Browser(HttpClient.newHttpClient(), server.server().uri(), language);
    }

    /// One page of each kind.
    private List<Browser.Page> pages(String language) throws Exception {
        List<Browser.Page> pages = new ArrayList<>();
        Browser browser = browser(language);
        Browser.Page signIn = browser.open(program.address());
        pages.add(signIn);
        Browser.Page wrong = browser.submit(signIn, "name", "nobody", "password", "nothing");
        pages.add(wrong);
        pages.add(browser.submit(wrong, "name", account.name(), "password", account.password()));
        Browser.Page device =
                browser.submit(browser.open("/oauth/device"), "name", account.name(), "password", account.password());
        pages.add(device);
        pages.add(browser.submit(device, "code", "wrong"));
        pages.add(browser.open("/oauth/authorize"));
        return pages;
    }

    @Test
    void noPageRunsScriptsOrIsShownInAFrame() throws Exception {
        for (Browser.Page page : pages("en")) {
            assertThat(page.header("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'none'; style-src 'self';")
                            .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                            .doesNotContain("unsafe", "script-src", "*"));
            assertThat(page.raw().headers().allValues("Content-Security-Policy"))
                    .hasSize(1);
            assertThat(page.header("X-Frame-Options")).hasValue("DENY");
            assertThat(page.header("Cache-Control")).hasValue("no-store");
            assertThat(page.header("Referrer-Policy")).hasValue("no-referrer");
            assertThat(page.header("Content-Type")).hasValue("text/html;charset=utf-8");
            assertThat(page.html()).doesNotContain("<script", "style=", "onclick", "onload", "javascript:");
        }
    }

    @Test
    void everyFieldHasALabelAndTellsWhatItIsFor() throws Exception {
        int fields = 0;
        for (Browser.Page page : pages("en")) {
            Matcher field = FIELD.matcher(page.html());
            while (field.find()) {
                fields++;
                assertThat(page.html()).contains("<label for=\"" + field.group(1) + "\">");
                assertThat(field.group()).contains("autocomplete=\"", "required");
            }
        }
        assertThat(fields).isGreaterThanOrEqualTo(6);
        assertThat(pages("en").getFirst().html())
                .contains("autocomplete=\"username\"", "autocomplete=\"current-password\"", "type=\"password\"");
    }

    @Test
    void speaksTheReadersLanguage() throws Exception {
        List<Browser.Page> german = pages("fr;q=0.9, de-AT;q=0.8, en;q=0.5");
        List<String> titles =
                List.of("Anmelden", "Anmelden", "Als ", "Code eingeben", "Code eingeben", "Unbekanntes Programm");
        for (int i = 0; i < titles.size(); i++) {
            assertThat(german.get(i).html()).contains("<html lang=\"de\">", "<h1>" + titles.get(i));
            assertThat(german.get(i).header("Content-Language")).hasValue("de");
        }
        assertThat(german.get(1).html()).contains("Name oder Passwort ist falsch.");
        assertThat(pages("fr").getFirst().html()).contains("<html lang=\"en\">", "<h1>Sign in");
    }

    @Test
    void styleFollowsTheReadersWishes() throws Exception {
        Browser.Page style = browser("en").open("/oauth/style.css");
        assertThat(style.status()).isEqualTo(200);
        assertThat(style.header("Content-Type")).hasValue("text/css;charset=utf-8");
        assertThat(style.html())
                .contains("@media (prefers-color-scheme: dark)", ":focus-visible")
                .doesNotContain("@import", "url(");
        for (Browser.Page page : pages("en")) {
            assertThat(page.html()).contains("<link rel=\"stylesheet\" href=\"/oauth/style.css\">");
        }
    }

    @Test
    void cookieIsForThisServerOnly() throws Exception {
        assertThat(browser("en").open(program.address()).header("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .matches("keyrack-visit=[A-Za-z0-9_-]{43}; Path=/; Max-Age=600; HttpOnly; SameSite=Strict"));
    }
}
