package dev.keyrack.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.ResourceBuilder;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcesEndpointIT {

    private static final String RATE = "{'rules':[],'rates':[{'name':'n','weekdays':[],'minimumGrains':1,";

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Api staff;

    @BeforeAll
    static void open() throws Exception {
        server = new TestServer(folder);
        staff = server.staff();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static ObjectNode terms() {
        return Json.MAPPER.valueToTree(ResourceBuilder.anAppointment().terms());
    }

    private static String request(ObjectNode terms) {
        return "{'siteId': '" + Sample.SITE + "', 'terms': " + terms + "}";
    }

    private static String create() throws Exception {
        Api.Reply reply = staff.post("/api/v1/resources", request(terms()));
        assertThat(reply.status()).isEqualTo(201);
        return "/api/v1/resources/" + reply.text("id");
    }

    @Test
    void showsAResourceToEverybodyWithItsRevision() throws Exception {
        Api.Reply reply = server.api().get(create());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.entityTag()).isEqualTo("\"1\"");
        assertThat(reply.text("grain")).isEqualTo("TIME");
        assertThat(server.api().get("/api/v1/resources/res_nothing").status()).isEqualTo(404);
        assertThat(server.api().get("/api/v1/resources/nothing").status()).isEqualTo(404);
    }

    @Test
    void changesOnlyTheRevisionThatWasSeen() throws Exception {
        String path = create();
        Api first = staff.with("If-Match", "\"1\"");

        assertThat(staff.post(path + "/close", null).status()).isEqualTo(428);
        Api.Reply closed = first.post(path + "/close", null);
        assertThat(closed.entityTag()).isEqualTo("\"2\"");
        assertThat(closed.text("state")).isEqualTo("closed");
        Api.Reply stale = first.post(path + "/open", null);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body().at("/current/revision").asInt()).isEqualTo(2);
        Api.Reply open = staff.with("If-Match", "\"2\"").post(path + "/open", null);
        assertThat(open.text("state")).isEqualTo("open");
    }

    @Test
    void changesTermsRatesAndUnits() throws Exception {
        String path = create();
        Api first = staff.with("If-Match", "\"1\"");
        Api second = staff.with("If-Match", "\"2\"");

        String renamed = terms().put("name", "Dr. Sample").toString();
        assertThat(first.send("PUT", path, renamed).status()).isEqualTo(200);
        assertThat(second.send("PUT", path + "/rates", "{'rates': [], 'rules': []}")
                        .status())
                .isEqualTo(200);
        Api.Reply unit = staff.post(path + "/units", "{'name': 'Chair 1', 'open': true}");
        assertThat(unit.status()).isEqualTo(201);
        assertThat(first.send("PUT", "/api/v1/units/" + unit.text("id"), "{'name': 'Chair 2', 'open': true}")
                        .entityTag())
                .isEqualTo("\"2\"");

        assertThat(staff.get(path + "/units").body().at("/0/name").asText()).isEqualTo("Chair 2");
        assertThat(server.api().get(path).body().at("/terms/name").asText()).isEqualTo("Dr. Sample");
    }

    @Test
    void letsOnlyProvidersChangeAnything() throws Exception {
        String path = create();
        Api guest = server.api().with("If-Match", "\"1\"");

        assertThat(guest.post("/api/v1/resources", request(terms())).status()).isEqualTo(401);
        assertThat(guest.post(path + "/close", null).status()).isEqualTo(401);
        assertThat(guest.send("PUT", path, terms().toString()).status()).isEqualTo(401);
        assertThat(guest.get(path + "/units").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "basePrice, 1e30",
        "basePrice, 1e-400",
        "basePrice, -1",
        "basePrice, \"free\"",
        "rating, 5.1",
        "bufferAfterMinutes, 2000000010",
        "capacity, -1",
        "name, \"\"",
        "stepMinutes, 7",
        "taxes, '[{\"name\":\"t\",\"kind\":\"PERCENT\",\"amount\":1e-5000,\"included\":true}]'",
        "openingHours, '[{\"day\":\"MONDAY\",\"opens\":\"09:10\",\"closes\":\"12:00\"}]'",
        "openingHours, null",
        "nothing, 1"
    })
    void refusesTermsThatAreNotOfTheirForm(String field, String value) throws Exception {
        ObjectNode terms = terms();
        terms.putRawValue(field, new RawValue(value));

        Api.Reply reply = staff.post("/api/v1/resources", request(terms));

        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(400);
        assertThat(reply.text("field")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RATE + "'price':1e30}]}",
                RATE + "'price':1e-400}]}",
                RATE + "'percent':1e30}]}",
                RATE + "'percent':-101}]}",
                RATE + "'price':1,'percent':1}]}",
                "{'rules':[],'rates':[null]}",
                "{'rates':[]}"
            })
    void refusesRatesThatAreNotOfTheirForm(String rates) throws Exception {
        String path = create();

        Api.Reply reply = staff.with("If-Match", "\"1\"").send("PUT", path + "/rates", rates);

        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(400);
        assertThat(server.api().get(path).entityTag()).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "holdMinutes, 0",
        "holdMinutes, 31",
        "latitude, 1000",
        "longitude, -181",
        "latitude, 1e-9999",
        "name, \"\"",
        "location, \"\"",
        "timeZone, \"Europe/Nowhere\"",
        "currency, \"XYZ\"",
        "currency, \"XXX\"",
        "id, \"nothing\""
    })
    void refusesASiteThatIsNotOfItsForm(String field, String value) throws Exception {
        ObjectNode site = Json.MAPPER.valueToTree(ResourceBuilder.aRoom().site());
        site.put("id", "sit_form").putRawValue(field, new RawValue(value));

        Api.Reply reply = staff.post("/api/v1/sites", site.toString());

        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(400);
        assertThat(server.api().get("/api/v1/sites").body().findValuesAsText("id"))
                .doesNotContain("sit_form");
    }

    @Test
    void refusesASiteWithANameThatIsTooLong() throws Exception {
        ObjectNode site = Json.MAPPER.valueToTree(ResourceBuilder.aRoom().site());
        site.put("id", "sit_long").put("name", "n".repeat(121));

        assertThat(staff.post("/api/v1/sites", site.toString()).status()).isEqualTo(400);
    }
}
