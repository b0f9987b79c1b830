package dev.keyrack.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Routes;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Field by field: no request sets what is the server's, and no answer tells a role more than the committed list in
/// `exposure.txt` says. To write the list anew: `-Dkeyrack.exposure.write=true`; then read the difference.
class FieldsIT {

    private static final Path EXPOSURE = Path.of("src/test/resources/exposure.txt");
    private static final Description DESCRIPTION = Description.committed();

    /// What only the server decides, wherever it stands in a record.
    private static final List<String> SERVERS = List.of(
            "status",
            "paymentStatus",
            "paidAmount",
            "totalPrice",
            "price",
            "refundAmount",
            "revision",
            "siteId",
            "role",
            "guestId",
            "bookingId",
            "confirmationCode",
            "createdAt",
            "state",
            "active",
            "id",
            "nothingKnown");

    /// Bodies whose values follow rules that the description does not tell.
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry(
                    "POST /api/v1/sessions",
                    "{\"name\": \"nobody@example.com\", \"password\": \"a long night at the sea\"}"),
            Map.entry(
                    "POST /api/v1/users",
                    "{\"userDetails\": {\"firstName\": \"Ann\", \"lastName\": \"Lee\", \"email\": \"fields@example.com\"},"
                            + " \"password\": \"a long night at the sea\", \"acceptedTerms\": \"1\"}"),
            Map.entry("POST /api/v1/users/me/erasure", "{\"name\": \"somebody else\"}"),
            Map.entry("POST /api/v1/users/me/consents", "{\"version\": \"1\"}"),
            Map.entry(
                    "POST /api/v1/enrolments",
                    "{\"code\": \"abcde-fghjk\", \"publicKey\": \"" + "A".repeat(43) + "\"}"),
            Map.entry(
                    "POST /api/v1/device-sessions",
                    "{\"userId\": \"usr_1\", \"signature\": \"" + "A".repeat(86) + "\"}"),
            Map.entry(
                    "PUT /api/v1/users/me",
                    "{\"firstName\": \"Ann\", \"lastName\": \"Lee\","
                            + " \"preferences\": {\"language\": \"en\", \"notices\": true}}"),
            Map.entry(
                    "POST /api/v1/api-keys", "{\"name\": \"One\", \"scopes\": [\"catalog\"], \"expiresAt\": \"SOON\"}"),
            Map.entry(
                    "POST /api/v1/staff",
                    "{\"userDetails\": {\"firstName\": \"Ann\", \"lastName\": \"Lee\", \"email\": \"ann@example.com\"},"
                            + " \"role\": \"front_desk\", \"siteId\": \"sit_test\", \"language\": \"en\"}"));

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    private static final Map<String, Api> CALLERS = new LinkedHashMap<>();

    @BeforeAll
    static void open() throws Exception {
        server = new TestServer(folder);
        CALLERS.put("no token", server.api());
        for (Role role : List.of(Role.GUEST, Role.KIOSK, Role.FRONT_DESK, Role.MANAGER)) {
            CALLERS.put(role.name().toLowerCase(Locale.ROOT), server.as(role, "fields-" + role));
        }
        CALLERS.put("partner", server.partner("catalog", "bookings"));
        CALLERS.put("provider_admin", server.staff());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void noRequestSetsWhatIsTheServers() throws Exception {
        Random random = new Random(1);
        Pool pool = new Pool(random);
        pool.learn(Json.read("[{\"id\": \"gst_1\"}, {\"id\": \"gst_2\"}, {\"id\": \"sit_test\"}]", JsonNode.class));
        Values values = new Values(DESCRIPTION, pool, random, LocalDate.now(ZoneOffset.UTC));
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Description.Operation operation : DESCRIPTION.operations()) {
            JsonNode schema = operation.body();
            if (schema != null) {
                JsonNode right = right(operation, values, schema);
                for (String bent : bent(right, schema)) {
                    tried++;
                    Api.Reply reply = send(operation, bent);
                    if (reply.status() != 400 || !reply.text("detail").contains("there is no such field")) {
                        wrong.add(operation.name() + " " + bent + " answered "
                                + reply.raw().body());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(300);
    }

    private static Api.Reply send(Description.Operation operation, String body) throws Exception {
        return Objects.requireNonNull(CALLERS.get("provider_admin"))
                .send(operation.method(), Routes.filled(operation.path()), body);
    }

    /// A body whose shape is right: what is refused then is refused for the field too many.
    private static JsonNode right(Description.Operation operation, Values values, JsonNode schema) throws Exception {
        String known = KNOWN.get(operation.name());
        if (known != null) {
            String soon = Instant.now().plus(Duration.ofDays(30)).toString();
            return Json.read(known.replace("SOON", soon), JsonNode.class);
        }
        for (int i = 0; i < 100; i++) {
            JsonNode body = values.body(schema);
            if (send(operation, body.toString()).status() != 400) {
                return body;
            }
        }
        throw new IllegalStateException("no body that is right for " + operation.name());
    }

    /// The body with one field too many, in it or in a record inside it.
    private static List<String> bent(JsonNode right, JsonNode described) {
        List<String> bodies = new ArrayList<>();
        JsonNode schema = DESCRIPTION.resolve(described);
        for (String field : SERVERS) {
            if (right.isObject() && !schema.path("properties").has(field)) {
                bodies.add(((ObjectNode) right.deepCopy()).put(field, 1).toString());
            }
        }
        for (Map.Entry<String, JsonNode> inner : right.properties()) {
            if (inner.getValue().isObject()) {
                bent(inner.getValue(), schema.path("properties").path(inner.getKey()))
                        .forEach(body -> {
                            ObjectNode outer = right.deepCopy();
                            bodies.add(outer.set(inner.getKey(), Json.read(body, JsonNode.class))
                                    .toString());
                        });
            }
        }
        return bodies;
    }

    @Test
    void noAnswerTellsMoreThanTheListSays() throws Exception {
        ResourceId room = server.add(Sample.nights(5));
        UnitId unit = server.addUnit(room, "101");
        LocalDate day = LocalDate.now(ZoneId.of("America/New_York"));
        String booking = server.api()
                .post(
                        "/api/v1/bookings",
                        "{'resourceId': '" + room + "', 'startDate': '" + day + "', 'endDate': '" + day.plusDays(2)
                                + "', 'quantity': 1, 'userDetails': {'firstName': 'Ann', 'lastName': 'Lee',"
                                + " 'email': 'ann@example.com', 'phone': '+123456'}, 'notes': 'late',"
                                + " 'paymentMethod': 'credit_card', 'paymentDetails': {'token': 'tok_approve'}}")
                .text("bookingId");
        List<String> routes = List.of(
                "/api/v1/bookings/" + booking,
                "/api/v1/bookings/" + booking + "/payments",
                "/api/v1/bookings/" + booking + "/history",
                "/api/v1/bookings/" + booking + "/cancellation-quote",
                "/api/v1/resources/" + room,
                "/api/v1/resources/" + room + "/units",
                "/api/v1/resources/" + room + "/calendar?from=" + day + "&to=" + day.plusDays(1),
                "/api/v1/resources/search",
                "/api/v1/units/" + unit,
                "/api/v1/sites",
                "/api/v1/users/me",
                "/api/v1/api-keys",
                "/api/v1/sync/snapshot/tenant:catalog",
                "/api/v1/sync/snapshot/prop:" + Sample.SITE + ":avail",
                "/api/v1/sync/snapshot/prop:" + Sample.SITE + ":ops");
        List<String> seen = new ArrayList<>();
        for (String route : routes) {
            String name = route.replace(booking, "{bookingId}")
                    .replace(room.value(), "{resource}")
                    .replace(unit.value(), "{unit}")
                    .replaceAll("\\?.*", "");
            for (Map.Entry<String, Api> caller : CALLERS.entrySet()) {
                Api.Reply reply = caller.getValue().get(route);
                Set<String> fields = new TreeSet<>();
                if (reply.status() == 200) {
                    collect("", reply.body(), fields);
                }
                seen.add(name + " | " + caller.getKey() + " | "
                        + (reply.status() == 200 ? String.join(" ", fields) : reply.status()));
            }
        }
        if (Boolean.getBoolean("keyrack.exposure.write")) {
            Files.write(EXPOSURE, seen);
        }
        assertThat(seen).isEqualTo(Files.readAllLines(EXPOSURE));
    }

    private static void collect(String at, JsonNode value, Set<String> fields) {
        if (value.isArray()) {
            value.forEach(item -> collect(at, item, fields));
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                collect(at.isEmpty() ? field.getKey() : at + "." + field.getKey(), field.getValue(), fields);
            }
        } else if (!value.isNull()) {
            fields.add(at);
        }
    }
}
