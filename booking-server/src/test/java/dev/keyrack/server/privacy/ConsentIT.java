package dev.keyrack.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The pages that people accept, and what is kept of their doing so.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentIT {

    private static final Pattern ELEMENT = Pattern.compile("<(/?[a-z0-9]+)");

    private TestServer server;

    @SuppressWarnings("NullAway.Init")
    ConsentIT() {}

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new TestServer(folder);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Api.Reply register(String email, String more) throws Exception {
        return server.api()
                .post(
                        "/api/v1/users",
                        "{'userDetails': {'firstName': 'Ann', 'lastName': 'Bell', 'email': '" + email
                                + "'}, 'password': 'correct horse battery'" + more + "}");
    }

    private Api.Reply page(String path, String language) throws Exception {
        return server.api().with("Accept-Language", language).get(path);
    }

    @Test
    void keepsWhatWasAcceptedAtTheRegistrationAndWhen() throws Exception {
        Api.Reply made = register("ann@example.com", ", 'acceptedTerms': '1'");
        Api ann = server.api().as(made.text("accessToken"));
        Api.Reply consents = ann.get("/api/v1/users/me/consents");
        assertThat(consents.text("currentVersion")).isEqualTo("1");
        assertThat(consents.body().at("/accepted/0/version").asText()).isEqualTo("1");
        String at = consents.body().at("/accepted/0/acceptedAt").asText();
        assertThat(at).isNotEmpty();
        Api.Reply again = ann.post("/api/v1/users/me/consents", "{'version': '1'}");
        assertThat(again.body().path("accepted")).hasSize(1);
        assertThat(again.body().at("/accepted/0/acceptedAt").asText()).isEqualTo(at);
    }

    @Test
    void letsOldProgramsRegisterAndAcceptLater() throws Exception {
        Api bob = server.api().as(register("bob@example.com", "").text("accessToken"));
        assertThat(bob.get("/api/v1/users/me/consents").body().path("accepted")).isEmpty();
        Api.Reply accepted = bob.post("/api/v1/users/me/consents", "{'version': '1'}");
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.body().path("accepted")).hasSize(1);
    }

    @Test
    void refusesAVersionThatIsNotInForce() throws Exception {
        Api.Reply made = register("cid@example.com", ", 'acceptedTerms': '0'");
        assertThat(made.status()).isEqualTo(400);
        assertThat(made.text("field")).isEqualTo("acceptedTerms");
        Api cid = server.api().as(register("cid@example.com", "").text("accessToken"));
        assertThat(cid.post("/api/v1/users/me/consents", "{'version': '2'}").status())
                .isEqualTo(400);
    }

    @Test
    void showsBothPagesInBothLanguages() throws Exception {
        for (String path : List.of("/privacy", "/terms")) {
            Api.Reply english = page(path, "fr");
            Api.Reply german = page(path, "de-AT, en;q=0.5");
            String html = english.raw().body();
            assertThat(english.status()).isEqualTo(200);
            assertThat(html)
                    .contains("<html lang=\"en\">", "Version 1, in force since 27 November 2026")
                    .contains("Grand Hotel, New York, NY")
                    .contains("href=\"/oauth/style.css\"")
                    .doesNotContain("<script", "style=", "onclick", "javascript:", "{{");
            assertThat(german.raw().body())
                    .contains("<html lang=\"de\">", "Version 1, gilt seit 27. November 2026")
                    .doesNotContain("{{");
            assertThat(elements(german.raw().body())).isEqualTo(elements(html));
            assertThat(german.raw().headers().firstValue("Content-Language")).hasValue("de");
            assertThat(english.raw().headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'none'; style-src 'self';")
                            .contains("frame-ancestors 'none'", "form-action 'none'"));
        }
        assertThat(page("/privacy", "en").raw().body()).contains("until 1095 days after the departure");
    }

    private static List<String> elements(String html) {
        return ELEMENT.matcher(html).results().map(MatchResult::group).toList();
    }

    @Test
    void signInPagesLeadToThem() throws Exception {
        assertThat(page("/oauth/device", "en").raw().body())
                .contains("<a href=\"/privacy\">Privacy notice</a>", "<a href=\"/terms\">Terms of use</a>");
        assertThat(page("/oauth/device", "de").raw().body()).contains("<a href=\"/privacy\">Datenschutz</a>");
    }
}
