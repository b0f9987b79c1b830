package dev.keyrack.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.soak.MovableClock;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What somebody gets who asks for everything that is kept.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportIT {

    /// Which rows of a table are the planted person's; no column of another table is exported.
    private static final Map<String, String> ROWS = Map.of(
            "account", "id = 'USER'",
            "account_letter", "account_id = 'USER'",
            "audit_entry", "actor_id = 'USER'",
            "booking", "user_id = 'USER'",
            "consent", "account_id = 'USER'",
            "login_session", "account_id = 'USER'",
            "oauth_client", "id = 'keyrack-desktop'",
            "outbox", "payload like '%@mail.example%'",
            "payment", "booking_id in (select id from booking where user_id = 'USER')",
            "second_factor", "account_id = 'USER'");

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private TestServer server;
    private Planted ann;

    @SuppressWarnings("NullAway.Init")
    ExportIT() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = new TestServer(folder, clock);
        ResourceId room = Planted.room(server);
        ann = new Planted(server, clock, folder, "Zann").account().bookings(room, server.addUnit(room, "101"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Database database() {
        return server.server().database();
    }

    @Test
    void everyColumnIsTagged() throws Exception {
        Map<String, Columns.Column> listed = Columns.listed();
        assertThat(listed.keySet()).isEqualTo(database().<Set<String>>read(Columns::present));
        assertThat(listed.values()).allSatisfy(column -> {
            assertThat(column.kind()).isIn("person", "about", "hidden", "none");
            assertThat(column.reason().isEmpty())
                    .as(column.name())
                    .isEqualTo(!column.kind().equals("hidden"));
        });
    }

    @Test
    void everyPersonalColumnIsInTheExport() throws Exception {
        Api.Reply export = ann.again().get("/api/v1/users/me/export");
        assertThat(export.status()).isEqualTo(200);
        // JSON within JSON has its quotes escaped
        String text = export.raw().body().replace("\\\"", "\"").toLowerCase(Locale.ROOT);
        List<String> missing = new ArrayList<>();
        Set<String> empty = new TreeSet<>();
        for (Columns.Column column : Columns.listed().values()) {
            if (column.kind().equals("person") || column.kind().equals("about")) {
                List<String> values = values(column);
                if (values.isEmpty()) {
                    empty.add(column.name());
                }
                values.stream()
                        .filter(value -> !text.contains(value.toLowerCase(Locale.ROOT)))
                        .forEach(value -> missing.add(column.name() + ": " + value));
            }
        }
        assertThat(missing).isEmpty();
        // a guest belongs to no site, and changes nothing of which the record tells more than that it was done
        assertThat(empty).isEqualTo(Set.of("account.site_id", "login_session.ended_at"));
    }

    private List<String> values(Columns.Column column) {
        String rows = Objects.requireNonNull(ROWS.get(column.table()), column.table())
                .replace("USER", ann.userId().value());
        String type = database()
                .read(tx -> tx.find(
                        "select data_type from information_schema.columns where lower(table_name) = ?"
                                + " and lower(column_name) = ?",
                        row -> row.text("data_type").toLowerCase(Locale.ROOT),
                        column.table(),
                        column.column()))
                .orElseThrow();
        boolean time = type.startsWith("timestamp");
        return database()
                .read(tx -> tx.list(
                        "select " + (time ? column.column() : "cast(" + column.column() + " as varchar)")
                                + " as content from " + column.table() + " where " + column.column()
                                + " is not null and (" + rows + ")",
                        row -> time ? row.instant("content").toString() : shown(row.text("content"), type)));
    }

    private static String shown(String text, String type) {
        return type.startsWith("numeric") || type.startsWith("decimal")
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }

    @Test
    void noSecretIsInTheExport() throws Exception {
        String text = ann.again().get("/api/v1/users/me/export").raw().body();
        assertThat(text).doesNotContain("Zanntoken", "Zanndevice", "$argon2", "tok_approve");
    }

    @Test
    void standsInTheRecord() throws Exception {
        Api.Reply export = ann.again().get("/api/v1/users/me/export");
        assertThat(export.body().path("acts").findValuesAsText("action")).contains("account.exported");
        assertThat(server.api().get("/api/v1/users/me/export").status()).isEqualTo(401);
        assertThat(server.as(Role.KIOSK, "export-kiosk")
                        .get("/api/v1/users/me/export")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void takesAProofOfTenMinutesAtMost() throws Exception {
        Api.Reply signedIn = server.api()
                .post("/api/v1/sessions", "{'name': '" + ann.email() + "', 'password': '" + Planted.PASSWORD + "'}");
        clock.advance(Duration.ofMinutes(11));
        Api.Reply refreshed = server.api()
                .post("/api/v1/sessions/refresh", "{'refreshToken': '" + signedIn.text("refreshToken") + "'}");
        Api old = server.api().as(refreshed.text("accessToken"));
        assertThat(old.get("/api/v1/users/me").status()).isEqualTo(200);
        assertThat(old.get("/api/v1/users/me/export").text("type")).isEqualTo("/problems/sign-in-too-old");
        assertThat(old.get("/api/v1/users/me/export.pdf").text("type")).isEqualTo("/problems/sign-in-too-old");
        assertThat(old.post("/api/v1/users/me/erasure", "{'name': '" + ann.email() + "'}")
                        .text("type"))
                .isEqualTo("/problems/sign-in-too-old");
    }

    @Test
    void isADocumentToRead() throws Exception {
        Api api = ann.again();
        URI address = server.server().uri().resolve("/api/v1/users/me/export.pdf");
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        api.headers().forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
            try (PDDocument document = Loader.loadPDF(answer.body())) {
                assertThat(document.getDocumentInformation().getTitle())
                        .isEqualTo("Was zu Ihrem Konto gespeichert ist");
                String text = new PDFTextStripper().getText(document);
                assertThat(document.getNumberOfPages()).isGreaterThan(1);
                assertThat(text)
                        .contains("Anmeldungen", "Buchungen", "Abgesagt", "Zannfirst Zannlast", "Zannnote again")
                        .contains("Zannreason", "Bestätigung der E-Mail-Adresse", "Keyrack Desktop", "1 / ")
                        .doesNotContain("Zanntoken", "tok_approve");
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(ExportDocument.texts("de").keySet())
                .isEqualTo(ExportDocument.texts("en").keySet());
    }
}
