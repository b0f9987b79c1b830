package dev.keyrack.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Makes values that a schema allows and that the server can make sense of, with identifiers that it gave before.
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> KINDS = Map.of(
            "resourceId", "res",
            "bookingId", "bkg",
            "other", "bkg",
            "holdId", "hld",
            "unitId", "unt",
            "userId", "usr",
            "siteId", "sit",
            "goes", "gst",
            "stays", "gst");

    /// Left out as often as not: to name them all would contradict itself.
    private static final Set<String> OPTIONAL = Set.of(
            "holdId",
            "unitId",
            "units",
            "expectedVersion",
            "guests",
            "notes",
            "resourceId",
            "paymentDetails",
            "percent");

    private static final Set<String> SMALL = Set.of("rating", "latitude", "longitude", "percent");

    private final Description description;
    private final Pool pool;
    private final Random random;
    private final LocalDate today;
    private LocalDate from;

    Values(Description description, Pool pool, Random random, LocalDate today) {
        this.description = description;
        this.pool = pool;
        this.random = random;
        this.today = today;
        from = today;
    }

    /// A body that is right by itself.
    JsonNode body(JsonNode schema) {
        from = today.plusDays(random.nextInt(60));
        JsonNode body = value("", schema);
        if (body instanceof ObjectNode object) {
            agree(object);
        }
        return body;
    }

    /// What two fields must agree in.
    private void agree(ObjectNode body) {
        boolean card = body.path("paymentMethod").asText().equals("credit_card");
        if (body.has("paymentMethod") && !card) {
            body.remove("paymentDetails");
        } else if (card) {
            body.set("paymentDetails", JSON.objectNode().put("token", token()));
        }
        if (body.has("unitId")) {
            body.remove("units");
        }
    }

    private JsonNode value(String name, JsonNode described) {
        JsonNode schema = description.resolve(described);
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema);
            case "array" -> {
                ArrayNode items = JSON.arrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    items.add(value(name, schema.path("items")));
                }
                yield items;
            }
            case "integer" -> JSON.numberNode(name.equals("capacity") ? 20 : 1 + random.nextInt(2));
            case "number" ->
                JSON.numberNode(BigDecimal.valueOf(1 + random.nextInt(SMALL.contains(name) ? 500 : 20_000), 2));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text(name, schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            if (!OPTIONAL.contains(field.getKey()) || random.nextInt(3) == 0 || isSale(schema, field.getKey())) {
                object.set(field.getKey(), value(field.getKey(), field.getValue()));
            }
        }
        if (object.has("price") && object.has("percent")) {
            object.remove("percent");
        }
        if (object.has("stepMinutes")) {
            object.put("stepMinutes", object.path("type").asText().equals("appointment") ? 30 : 0);
            object.put("bufferBeforeMinutes", 0).put("bufferAfterMinutes", 0);
        }
        return object;
    }

    /// A sale says of what; a change may leave it as it was.
    private static boolean isSale(JsonNode schema, String field) {
        return field.equals("resourceId") && !schema.path("properties").has("units");
    }

    private String token() {
        return random.nextInt(5) == 0 ? "tok_decline_stolen" : "tok_approve";
    }

    /// The text of a parameter, or of a field.
    String text(String name, JsonNode schema) {
        JsonNode constants = schema.path("enum");
        if (!constants.isEmpty()) {
            return constants.get(random.nextInt(constants.size())).asText();
        }
        return switch (schema.path("format").asText()) {
            case "date" -> (name.equals("to") ? from.plusDays(7) : from).toString();
            case "date-time" -> from + (name.equals("end") ? "T20:00:00Z" : "T18:00:00Z");
            case "time-local" -> name.equals("closes") ? "17:00" : "09:00";
            default -> textOf(name);
        };
    }

    private String textOf(String name) {
        String kind = KINDS.get(name);
        if (kind != null) {
            return pool.any(kind);
        }
        return switch (name) {
            case "startDate", "from" -> from.toString();
            case "endDate", "to" -> from.plusDays(1 + random.nextInt(3)).toString();
            case "email" -> "guest" + random.nextInt(1_000_000) + "@example.com";
            case "name" -> random.nextBoolean() ? "Room " + random.nextInt(10_000) : "none.png";
            case "phone" -> "+351 912 345 678";
            case "token" -> token();
            case "timeZone" -> "Europe/Lisbon";
            case "currency" -> "EUR";
            case "id" -> "sit_" + Integer.toString(random.nextInt(1_000_000), 36);
            case "cursor" -> pool.any(random.nextBoolean() ? "cursor" : "next");
            case "page" -> pool.any("nextPage");
            case "scope" -> random.nextBoolean() ? "tenant:catalog" : "prop:" + pool.any("sit") + ":avail";
            case "status" -> "confirmed";
            case "confirmationCode", "lastName" -> pool.any(name);
            default -> "some words";
        };
    }
}
