package dev.keyrack.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/// Whether an answer is what its schema says. Stricter than JSON Schema: a field that is not described is a fault.
final class SchemaRule {

    private final Description description;

    SchemaRule(Description description) {
        this.description = description;
    }

    /// What is wrong with a value and where; empty if nothing is.
    Optional<String> fault(JsonNode value, JsonNode described) {
        return fault("answer", value, described);
    }

    private Optional<String> fault(String at, JsonNode value, JsonNode described) {
        JsonNode schema = description.resolve(described);
        boolean right = switch (schema.path("type").asText()) {
            case "object" -> value.isObject() || isAnything(schema);
            case "array" -> value.isArray();
            case "string" -> value.isTextual() && isOf(value.asText(), schema);
            case "integer" ->
                value.isIntegralNumber() && fits(value, schema.path("format").asText());
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
        if (!right) {
            return Optional.of(at + " is " + shown(value) + " and not " + schema);
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                Optional<String> fault = fault(at + "[" + i + "]", value.get(i), schema.path("items"));
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return value.isObject() && (schema.has("properties") || schema.has("additionalProperties"))
                ? faultOfFields(at, value, schema)
                : Optional.empty();
    }

    /// Java's `Object` is described as an object of which nothing is said.
    private static boolean isAnything(JsonNode schema) {
        return !schema.has("properties") && !schema.has("additionalProperties");
    }

    private Optional<String> faultOfFields(String at, JsonNode value, JsonNode schema) {
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                return Optional.of(at + "." + required.asText() + " is missing");
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode inner = known.isMissingNode() ? schema.path("additionalProperties") : known;
            if (inner.isMissingNode()) {
                return Optional.of(at + "." + field.getKey() + " is not described");
            }
            Optional<String> fault = fault(at + "." + field.getKey(), field.getValue(), inner);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static boolean fits(JsonNode number, String format) {
        return format.equals("int32") ? number.canConvertToInt() : number.canConvertToLong();
    }

    private static boolean isOf(String text, JsonNode schema) {
        if (schema.has("enum")) {
            for (JsonNode constant : schema.path("enum")) {
                if (constant.asText().equals(text)) {
                    return true;
                }
            }
            return false;
        }
        try {
            Object read = switch (schema.path("format").asText()) {
                case "date" -> LocalDate.parse(text);
                case "date-time" -> Instant.parse(text);
                case "time-local" -> LocalTime.parse(text);
                default -> text;
            };
            return read != null;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }
}
