package dev.keyrack.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.server.persistence.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The committed description (OpenAPI 3.0), as far as a fuzzer needs it.
final class Description {

    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();

    private Description(JsonNode root) {
        this.root = root;
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                operations.add(operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
            }
        }
    }

    static Description committed() {
        try (InputStream in = Description.class.getResourceAsStream("/openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing from the program");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Description parse(String text) {
        return new Description(Json.read(text, JsonNode.class));
    }

    /// One method of one path.
    ///
    /// @param body the schema of its JSON body; null if it takes none
    /// @param picture whether it takes a picture instead
    /// @param form whether it takes a form instead
    record Operation(
            String method,
            String path,
            List<Parameter> parameters,
            @Nullable JsonNode body,
            boolean picture,
            boolean form,
            JsonNode answers) {

        String name() {
            return method + " " + path;
        }
    }

    record Parameter(String name, boolean inPath, JsonNode schema) {}

    private static Operation operation(String method, String path, JsonNode described) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode one : described.path("parameters")) {
            parameters.add(new Parameter(
                    one.path("name").asText(), one.path("in").asText().equals("path"), one.path("schema")));
        }
        JsonNode content = described.path("requestBody").path("content");
        JsonNode body = content.path("application/json").path("schema");
        return new Operation(
                method,
                path,
                List.copyOf(parameters),
                body.isMissingNode() ? null : body,
                content.has("image/png"),
                content.has("application/x-www-form-urlencoded"),
                described.path("responses"));
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /// A schema, or the one that it refers to.
    JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : root.at(reference.substring(1));
    }
}
