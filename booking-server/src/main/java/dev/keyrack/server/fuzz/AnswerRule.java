package dev.keyrack.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.server.persistence.Json;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether an answer is one that the description promises.
final class AnswerRule {

    private static final String PROBLEM = "application/problem+json";
    private static final long LONGEST_MILLIS = 10_000;
    private static final Pattern LEAK = Pattern.compile("\\b(?:javax?|jakarta|dev\\.keyrack|com\\.fasterxml"
            + "|org\\.(?:h2|hibernate|glassfish|postgresql|eclipse|joda))\\.\\w|Exception\\b|\\bat \\w+\\.\\w+\\(");

    private final SchemaRule schemas;

    AnswerRule(Description description) {
        schemas = new SchemaRule(description);
    }

    /// What came back.
    ///
    /// @param status 0 if nothing came
    /// @param type the media type without parameters
    record Answer(int status, String type, String body, long millis) {}

    /// What is wrong with an answer to an operation; empty if nothing is.
    Optional<String> fault(Description.Operation operation, Answer answer) {
        if (answer.status() == 0) {
            return Optional.of("no answer: " + answer.body());
        }
        boolean planned = answer.status() < 500
                || (answer.status() == 503 && answer.body().contains("/problems/busy"))
                || operation.path().startsWith("/health/");
        if (!planned) {
            return Optional.of("unplanned " + answer.status() + ": " + answer.body());
        }
        if (answer.millis() > LONGEST_MILLIS) {
            return Optional.of("took " + answer.millis() + " ms");
        }
        if (LEAK.matcher(answer.body()).find()) {
            return Optional.of("tells of its inside: " + answer.body());
        }
        JsonNode described = operation.answers().path(String.valueOf(answer.status()));
        if (described.isMissingNode() && answer.status() < 400) {
            return Optional.of("status " + answer.status() + " is not described");
        }
        return faultOfContent(described.isMissingNode() ? operation.answers().path("default") : described, answer);
    }

    private Optional<String> faultOfContent(JsonNode described, Answer answer) {
        if (!described.has("content") && answer.body().isEmpty()) {
            return Optional.empty();
        }
        JsonNode content = described.path("content").path(answer.type());
        if (content.isMissingNode()) {
            return Optional.of(answer.status() + " as " + answer.type() + " is not described");
        }
        if (!answer.type().endsWith("json")) {
            return Optional.empty();
        }
        JsonNode body = Json.read(answer.body(), JsonNode.class);
        boolean honest = !answer.type().equals(PROBLEM) || body.path("status").asInt() == answer.status();
        return honest
                ? schemas.fault(body, content.path("schema"))
                : Optional.of(answer.status() + " with a problem that says " + body.path("status"));
    }
}
