package dev.keyrack.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.server.fuzz.Description.Operation;
import dev.keyrack.server.fuzz.Description.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Makes requests, two of five of them right.
final class Requests {

    /// Each costs as much as a password check on purpose: now and then is enough.
    private static final List<String> COSTLY = List.of("POST /api/v1/sessions", "POST /api/v1/users");

    private static final String SECRET = "k".repeat(43);
    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

    /// What the forms of a sign-in by browser and of tokens take.
    private static final Map<String, List<String>> FORM = new TreeMap<>(Map.ofEntries(
            Map.entry("client_id", List.of("keyrack-desktop", "nobody", "key_1")),
            Map.entry(
                    "grant_type",
                    List.of("authorization_code", "refresh_token", "client_credentials", DEVICE, "password")),
            Map.entry("client_secret", List.of("kr_1_" + SECRET)),
            Map.entry("code", List.of(SECRET, "BCDF-GHJK")),
            Map.entry("code_verifier", List.of(SECRET)),
            Map.entry("redirect_uri", List.of("http://127.0.0.1:4000/callback")),
            Map.entry("refresh_token", List.of("ses_1." + SECRET)),
            Map.entry("device_code", List.of(SECRET)),
            Map.entry("token", List.of(SECRET, "ses_1." + SECRET)),
            Map.entry("scope", List.of("catalog", "bookings catalog")),
            Map.entry("form", List.of(SECRET)),
            Map.entry("name", List.of("one@example.com")),
            Map.entry("password", List.of(SECRET)),
            Map.entry("decision", List.of("allow", "deny", "other"))));

    /// What a program sends a browser with.
    private static final Map<String, List<String>> AUTHORIZE = new TreeMap<>(Map.of(
            "response_type", List.of("code", "token"),
            "client_id", List.of("keyrack-desktop"),
            "redirect_uri", List.of("http://127.0.0.1:4000/callback", "http://[::1]:4000/callback"),
            "code_challenge", List.of(SECRET),
            "code_challenge_method", List.of("S256", "plain"),
            "state", List.of("one", "two words")));

    /// What a search takes, of which the description only tells the names.
    private static final Map<String, List<String>> SEARCH = Map.ofEntries(
            Map.entry("type", List.of("hotel", "appointment", "event")),
            Map.entry("location", List.of("New York", "Lisbon")),
            Map.entry("checkIn", List.of("2030-03-01", "2030-03-02")),
            Map.entry("checkOut", List.of("2030-03-03", "2030-03-09")),
            Map.entry("minPrice", List.of("10", "79.90")),
            Map.entry("maxPrice", List.of("80", "500.00")),
            Map.entry("amenities", List.of("wifi", "wifi,pool")),
            Map.entry("available", List.of("true", "false")),
            Map.entry("latitude", List.of("38.72", "-90")),
            Map.entry("longitude", List.of("-9.14", "180")),
            Map.entry("sort", List.of("name", "price", "-price", "rating", "distance")),
            Map.entry("limit", List.of("1", "100")));

    private final List<Operation> operations;
    private final Pool pool;
    private final Random random;
    private final Values values;
    private final Mutations mutations;

    Requests(Description description, Pool pool, Random random, LocalDate today) {
        this.operations = description.operations();
        this.pool = pool;
        this.random = random;
        values = new Values(description, pool, random, today);
        mutations = new Mutations(random);
    }

    Request next() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        if (COSTLY.contains(operation.name()) && random.nextInt(30) > 0) {
            operation = operations.get(random.nextInt(operations.size()));
        }
        boolean bodied = operation.body() != null;
        boolean wrong = random.nextInt(5) > 1;
        boolean wrongBody = wrong && bodied && random.nextInt(5) > 0;
        boolean wrongAddress = wrong && !wrongBody && random.nextInt(3) > 0;
        boolean wrongHeader = wrong && !wrongBody && !wrongAddress;
        String address = address(operation, wrongAddress);
        Map<String, String> headers = headers(operation, address);
        JsonNode schema = operation.body();
        String body = null;
        if (schema != null) {
            JsonNode right = values.body(schema);
            body = wrongBody ? mutations.body(right) : right.toString();
            headers.put("Content-Type", "application/json");
        } else if (operation.picture()) {
            body = "no picture " + random.nextInt();
            headers.put("Content-Type", "image/png");
        } else if (operation.form()) {
            body = String.join("&", named(FORM, wrong));
            headers.put("Content-Type", "application/x-www-form-urlencoded");
        }
        if (wrongHeader) {
            bend(headers);
        }
        return new Request(operation, address, headers, body);
    }

    private String address(Operation operation, boolean wrong) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        List<Parameter> parameters = operation.parameters();
        int bad = wrong && !parameters.isEmpty() ? random.nextInt(parameters.size()) : -1;
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (parameter.inPath()) {
                path = path.replace("{" + parameter.name() + "}", i == bad ? mutations.id() : id(operation, parameter));
            } else if (i == bad && !parameter.name().equals("wait")) {
                query.add(parameter.name() + "=" + encoded(mutations.parameter()));
            } else if (random.nextInt(3) > 0) {
                query.add(parameter.name() + "=" + encoded(right(parameter)));
            }
        }
        if (path.endsWith("/oauth/authorize") && operation.method().equals("GET")) {
            query.addAll(named(AUTHORIZE, wrong));
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private String id(Operation operation, Parameter parameter) {
        if (!parameter.name().equals("id")) {
            return encoded(values.text(parameter.name(), parameter.schema()));
        }
        return pool.any(operation.path().contains("/units/{") ? "unt" : "res");
    }

    private String right(Parameter parameter) {
        List<String> known = SEARCH.get(parameter.name());
        if (known != null) {
            return known.get(random.nextInt(known.size()));
        }
        if (!parameter.schema().path("type").asText().equals("integer")) {
            return values.text(parameter.name(), parameter.schema());
        }
        return parameter.name().equals("wait") ? "0" : String.valueOf(1 + random.nextInt(50));
    }

    /// What the description does not name: a few of them, mostly right.
    private List<String> named(Map<String, List<String>> known, boolean wrong) {
        List<String> sent = new ArrayList<>();
        known.forEach((name, values) -> {
            if (random.nextInt(5) > 0) {
                boolean bent = wrong && random.nextInt(4) == 0;
                sent.add(
                        name + "=" + encoded(bent ? mutations.parameter() : values.get(random.nextInt(values.size()))));
            }
        });
        return sent;
    }

    private Map<String, String> headers(Operation operation, String address) {
        Map<String, String> headers = new HashMap<>();
        boolean conditional = operation.method().equals("PUT")
                || operation.method().equals("PATCH")
                || address.endsWith("/open")
                || address.endsWith("/close");
        if (conditional) {
            String[] steps = operation.path().split("/", -1);
            String[] sent = address.split("[/?]", -1);
            for (int i = 0; i < steps.length && i < sent.length; i++) {
                if (steps[i].startsWith("{")) {
                    headers.put("If-Match", "\"" + pool.revision(sent[i]) + "\"");
                }
            }
        }
        if (operation.method().equals("POST") && random.nextInt(3) == 0) {
            headers.put("Idempotency-Key", "key-" + random.nextInt(200));
        }
        return headers;
    }

    private void bend(Map<String, String> headers) {
        switch (random.nextInt(6)) {
            case 0 ->
                headers.put(
                        "If-Match",
                        List.of("*", "\"x\"", "1", "W/\"1\"", "\"-1\"").get(random.nextInt(5)));
            case 1 ->
                headers.put(
                        "Accept",
                        List.of("text/html", "application/pdf", "*/*;q=0", "x").get(random.nextInt(4)));
            case 2 ->
                headers.put(
                        "Content-Type",
                        List.of("text/plain", "application/xml", "x", "application/json;charset=utf-16")
                                .get(random.nextInt(4)));
            case 3 -> headers.put("Idempotency-Key", "k".repeat(1 + random.nextInt(400)));
            case 4 ->
                headers.put(
                        "Authorization",
                        List.of("Bearer x", "Basic eDp4", "Bearer", "Bearer a.b.c")
                                .get(random.nextInt(4)));
            default -> headers.put("X-Request-Id", "<" + random.nextInt() + ">");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
