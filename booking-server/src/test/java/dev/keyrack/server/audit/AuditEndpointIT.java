package dev.keyrack.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.ResourceBuilder;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.verification.Verification;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditEndpointIT {

    private TestServer server;
    private Api manager;
    private Api desk;

    @SuppressWarnings("NullAway.Init")
    AuditEndpointIT() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = new TestServer(folder);
        manager = server.as(Role.MANAGER, "manager@house");
        desk = server.as(Role.FRONT_DESK, "desk@house");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static List<String> actions(Api.Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        List<String> actions = new ArrayList<>();
        reply.body()
                .path("entries")
                .forEach(entry -> actions.add(entry.path("action").asText()));
        return actions;
    }

    @Test
    void tellsWhoChangedAPriceAndWhatItWas() throws Exception {
        String id = server.add(ResourceBuilder.aRoom().terms()).value();
        String capacity =
                manager.get("/api/v1/resources/" + id).body().path("terms").toString();
        JsonNode terms = manager.get("/api/v1/resources/" + id).body().path("terms");
        int before = terms.path("capacity").asInt();
        Api.Reply changed = manager.with("If-Match", "\"1\"")
                .send(
                        "PUT",
                        "/api/v1/resources/" + id,
                        capacity.replace("\"capacity\":" + before, "\"capacity\":" + (before + 1)));
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);

        Api.Reply found = manager.get("/api/v1/audit?action=resource&subject=" + id);

        assertThat(actions(found)).containsExactly("resource.changed");
        JsonNode entry = found.body().path("entries").get(0);
        assertThat(entry.path("actorName").asText()).isEqualTo("manager@house Of The Site");
        assertThat(entry.path("siteId").asText()).isEqualTo(Sample.SITE.value());
        assertThat(entry.path("before").asText()).isEqualTo("{\"terms\":{\"capacity\":" + before + "}}");
        assertThat(entry.path("after").asText()).isEqualTo("{\"terms\":{\"capacity\":" + (before + 1) + "}}");
    }

    @Test
    void recordsSignInsAndRefusals() throws Exception {
        server.api().post("/api/v1/sessions", "{'name': 'desk@house', 'password': 'wrong'}");
        server.api().post("/api/v1/sessions", "{'name': 'nobody@nowhere', 'password': 'wrong'}");
        assertThat(desk.get("/api/v1/audit").status()).isEqualTo(403);
        assertThat(desk.get("/api/v1/bookings/bkg_foreign/history").status()).isEqualTo(404);

        assertThat(actions(manager.get("/api/v1/audit?action=session.opened"))).hasSizeGreaterThanOrEqualTo(2);
        String refused = "/api/v1/audit?action=session.refused";
        assertThat(manager.get(refused).body().findValuesAsText("siteId"))
                .isNotEmpty()
                .containsOnly(Sample.SITE.value());
        assertThat(manager.get(refused).body().findValuesAsText("subjectId")).doesNotContain("unknown");
        assertThat(server.staff().get(refused).body().findValuesAsText("subjectId"))
                .contains("unknown");
        Api.Reply denied = manager.get("/api/v1/audit?action=access.denied");
        assertThat(denied.body().path("entries").get(0).path("detail").asText()).isEqualTo("GET /api/v1/audit");
        Api.Reply absent = manager.get("/api/v1/audit?action=access.not-found&subject=bkg_foreign");
        assertThat(actions(absent)).hasSize(1);
        assertThat(server.staff().get("/api/v1/audit").raw().body()).doesNotContain("nowhere", "wrong");
    }

    @Test
    void showsAManagerTheOwnSiteOnly() throws Exception {
        server.server().database().write(tx -> {
            AuditLog audit = new AuditLog(Clock.systemUTC());
            audit.record(tx, Caller.SYSTEM, Act.of("test.foreign", "bkg_x", "").at(new SiteId("sit_other")));
            audit.record(tx, Caller.SYSTEM, Act.of("test.own", "bkg_x", "").at(Sample.SITE));
            return true;
        });

        assertThat(actions(manager.get("/api/v1/audit?action=test"))).containsExactly("test.own");
        assertThat(manager.get("/api/v1/audit?site=sit_other").status()).isEqualTo(404);
        assertThat(actions(server.staff().get("/api/v1/audit?action=test")))
                .containsExactly("test.own", "test.foreign");
        assertThat(actions(server.staff().get("/api/v1/audit?action=test&site=sit_other")))
                .containsExactly("test.foreign");
    }

    @Test
    void turnsThePages() throws Exception {
        server.server().database().write(tx -> {
            for (int i = 0; i < 5; i++) {
                new AuditLog(Clock.systemUTC()).record(tx, Caller.SYSTEM, "page.turned", "p" + i, "");
            }
            return true;
        });
        Api admin = server.staff();
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    admin.get("/api/v1/audit?action=page.turned&limit=2" + next).body();
            page.path("entries")
                    .forEach(entry -> seen.add(entry.path("subjectId").asText()));
            next = page.path("next").isNumber() ? "&before=" + page.path("next").asLong() : "";
        } while (!next.isEmpty());

        assertThat(seen).containsExactly("p4", "p3", "p2", "p1", "p0");
        assertThat(actions(admin.get("/api/v1/audit?action=page&to=2020-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(actions(admin.get("/api/v1/audit?action=page&from=2020-01-01T00:00:00Z&actor=usr_system")))
                .hasSize(5);
        for (String wrong : List.of("limit=0", "limit=501", "from=now", "actor=me", "action=a'b", "before=x")) {
            assertThat(admin.get("/api/v1/audit?" + wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void exportsAndRecordsTheExport() throws Exception {
        server.server().database().write(tx -> {
            Act act = Act.of("test.exported", "bkg_x", "=1+1").at(Sample.SITE);
            new AuditLog(Clock.systemUTC()).record(tx, Caller.SYSTEM, act);
            return true;
        });

        Api.Reply csv = manager.get("/api/v1/audit.csv?action=test.exported");

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.raw().headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.raw().body())
                .startsWith("number,time,")
                .contains(",test.exported,bkg_x,")
                .contains(",'=1+1,");
        assertThat(actions(manager.get("/api/v1/audit?action=access.exported"))).isNotEmpty();
        assertThat(desk.get("/api/v1/audit.csv").status()).isEqualTo(403);
        assertThat(server.verify()).allMatch(Verification.Check::holds);
    }

    @Test
    void alertsManagersOfWhoTriesPasswordsAndAsksForWhatIsNotTheirs() throws Exception {
        Api guest = server.as(Role.FRONT_DESK, "curious@house");
        for (int i = 0; i < 12; i++) {
            server.api().post("/api/v1/sessions", "{'name': 'curious@house', 'password': 'guess" + i + "'}");
        }
        for (int i = 0; i < 60; i++) {
            assertThat(guest.get("/api/v1/bookings/bkg_guess" + i).status()).isEqualTo(404);
        }

        JsonNode alerts = manager.get("/api/v1/alerts").body();

        assertThat(alerts.findValuesAsText("kind")).contains("stuffing", "scraping");
        assertThat(guest.get("/api/v1/bookings/bkg_guess60").status()).isEqualTo(404);
        assertThat(manager.get("/api/v1/alerts").body()).as("once only").hasSameSizeAs(alerts);
        assertThat(desk.get("/api/v1/alerts").status()).isEqualTo(403);
        assertThat(actions(manager.get("/api/v1/audit?action=alert.raised"))).contains("alert.raised");
    }
}
