package dev.keyrack.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes one thing wrong in what was right.
final class Mutations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// Stands in a body for text that is no value of JSON, or none that a tree can hold.
    private static final String RAW = "\u0001raw\u0001";

    /// At and beyond the edges of numbers, dates, times and lengths, as JSON.
    private static final List<String> EDGES = List.of(
            "0",
            "-1",
            "-0",
            "1",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "1e400",
            "1e-400",
            "0.1",
            "79.999",
            "123456789012345678901234567890.12",
            "99999999999999999999999999999999999",
            "NaN",
            "\"\"",
            "\" \"",
            "\"0000-01-01\"",
            "\"9999-12-31\"",
            "\"2027-02-30\"",
            "\"+999999999-12-31\"",
            "\"-999999999-01-01\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"1000000000-01-01T00:00:00Z\"",
            "\"24:00\"",
            "\"2027-03-28T01:30:00Z\"",
            "[]",
            "{}");

    private static final List<String> TYPES =
            List.of("null", "true", "7", "1.5", "\"text\"", "[1]", "{\"a\": 1}", "[[]]", "\"7\"", "\"null\"");

    private static final List<String> TEXTS = List.of(
            "\\u0000",
            "a\\u0000b",
            "\\ud800",
            "\\udc00\\ud800",
            "\\uD83D\\uDE00",
            "\\u202e\\u0627\\u0644",
            "e\\u0301",
            "\\ufeff",
            "\\ufffe",
            "\\u2028",
            "\\t\\r\\n",
            "' or ''='",
            "\\\"; drop table booking --",
            "${jndi:ldap://x}",
            "%s%n%d",
            "<script>",
            "../../etc/passwd",
            "4111 1111 1111 1111",
            "\\u0660\\u0661",
            "ı",
            "ß",
            "=1+1",
            "%",
            "_",
            "\\\\",
            "null",
            "undefined");

    private static final List<String> IDS = List.of(
            "%20",
            "res_",
            "bkg_%00",
            "bkg_..%2F..%2Fx",
            "..%2F..%2Fhealth",
            "res_A",
            "RES_0",
            "res_0%27--",
            "%F0%9F%98%80",
            "%FF",
            "hld_0;x=1",
            "usr_%ED%A0%80",
            "0",
            "-1",
            "me",
            "null",
            "%2e%2e",
            "unt_0%3Fa",
            "unt_0%23");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /// What stands in the path in the place of an identifier.
    String id() {
        return random.nextInt(8) == 0 ? "bkg_" + "x".repeat(1 + random.nextInt(5_000)) : one(IDS);
    }

    /// The value of a parameter of the query.
    String parameter() {
        String text = random.nextBoolean() ? one(EDGES) : one(TEXTS);
        return text.replace("\"", "");
    }

    /// A body with one thing wrong.
    String body(JsonNode right) {
        String text = right.toString();
        return switch (random.nextInt(12)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1));
            case 1 -> text.replaceFirst("\\{", "{\"notes\": 1, \"notes\": 2, ");
            case 2 -> doubled(text);
            case 3 -> random.nextInt(20) == 0 ? huge() : text + text;
            default -> inside(right.deepCopy());
        };
    }

    private static String doubled(String text) {
        int end = text.indexOf(',');
        return end < 0 ? text : text.substring(0, end) + "," + text.substring(1);
    }

    private static String huge() {
        return "{\"notes\": \"" + "x".repeat(300_000) + "\"}";
    }

    private String inside(JsonNode body) {
        List<ObjectNode> places = new ArrayList<>();
        collect(body, places);
        if (places.isEmpty()) {
            return one(TYPES);
        }
        ObjectNode place = places.get(random.nextInt(places.size()));
        List<String> names = new ArrayList<>();
        place.fieldNames().forEachRemaining(names::add);
        int kind = names.isEmpty() ? 0 : random.nextInt(6);
        if (kind == 0) {
            place.set(
                    one(List.of("status", "price", "revision", "siteId", "role", "paidAmount", "__proto__", "")),
                    JSON.numberNode(1));
            return body.toString();
        }
        String name = one(names);
        if (kind == 1) {
            place.remove(name);
            return body.toString();
        }
        place.put(name, RAW);
        // a tree holds no raw text: it is put where its stand-in came out
        return body.toString().replace("\"\\u0001raw\\u0001\"", raw(kind));
    }

    private String raw(int kind) {
        return switch (kind) {
            case 2 -> one(EDGES);
            case 3 -> one(TYPES);
            case 4 -> "\"" + one(TEXTS) + "\"";
            default -> deepOrLong();
        };
    }

    private String deepOrLong() {
        int deep = random.nextBoolean() ? 40 : 5_000;
        return switch (random.nextInt(3)) {
            case 0 -> "[".repeat(deep) + "]".repeat(deep);
            case 1 -> "\"" + "y".repeat(List.of(41, 61, 101, 255, 2_001, 20_000).get(random.nextInt(6))) + "\"";
            default -> "[" + "0,".repeat(1_000) + "0]";
        };
    }

    private static void collect(JsonNode node, List<ObjectNode> places) {
        if (node instanceof ObjectNode object) {
            places.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> collect(child, places));
        }
    }
}
