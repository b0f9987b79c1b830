package dev.keyrack.server.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.persistence.Json;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ParamException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever went wrong into a problem document. What nobody expected is logged once, with the reference that the
/// caller gets.
final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable failure) {
        return toResponse(toProblem(failure));
    }

    static Response toResponse(Problem problem) {
        return Response.status(problem.status())
                .type("application/problem+json")
                .entity(Json.write(problem))
                .build();
    }

    private static Problem toProblem(Throwable failure) {
        return switch (failure) {
            case ProblemException refusal -> refusal.problem();
            case JacksonException json -> ofJson(json);
            case ParamException.QueryParamException parameter ->
                malformed(parameter.getParameterName(), "is not of the expected form");
            case ParamException.PathParamException parameter ->
                Problem.of(ProblemType.NOT_FOUND, "There is nothing of that name.");
            case WebApplicationException web -> ofWeb(web);
            default -> unexpected(failure);
        };
    }

    private static Problem ofWeb(WebApplicationException web) {
        Throwable cause = web.getCause();
        if (cause instanceof JacksonException json) {
            return ofJson(json);
        }
        return switch (web.getResponse().getStatus()) {
            case 400 -> malformed("body", "is not of the expected form");
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "There is nothing at this address.");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address does not offer this method.");
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "This address answers with application/json.");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
            default -> unexpected(web);
        };
    }

    private static Problem ofJson(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> malformed(path(unknown), "there is no such field");
            case InvalidFormatException format -> malformed(path(format), expected(format.getTargetType()));
            case ValueInstantiationException invalid ->
                malformed(
                        path(invalid),
                        invalid.getCause() instanceof IllegalArgumentException reason
                                ? String.valueOf(reason.getMessage())
                                : "is not of the expected form");
            case MismatchedInputException mismatch ->
                malformed(
                        path(mismatch),
                        String.valueOf(mismatch.getOriginalMessage()).startsWith("Missing required")
                                        || String.valueOf(mismatch.getOriginalMessage())
                                                .contains("null")
                                ? "is missing"
                                : expected(mismatch.getTargetType()));
            case JsonMappingException mapping ->
                malformed(
                        path(mapping),
                        mapping.getCause() instanceof IllegalArgumentException reason
                                ? String.valueOf(reason.getMessage())
                                : "is not of the expected form");
            default -> malformed("body", "is not well-formed JSON");
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "is not of the expected form";
        }
        if (type.isEnum()) {
            return "expected one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> Json.write(constant).replace("\"", ""))
                            .collect(Collectors.joining(", "));
        }
        return "expected " + wordFor(type);
    }

    private static String wordFor(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        return switch (type.getSimpleName()) {
            case "Quantity" -> "a whole number of 1 or more";
            case "String" -> "text";
            case "boolean", "Boolean" -> "true or false";
            case "BigDecimal" -> "a number";
            case "LocalDate" -> "a date such as 2025-12-01";
            case "Instant" -> "a time such as 2025-12-01T09:00:00Z";
            case "List", "Set" -> "a list";
            default -> "another form (" + type.getSimpleName() + ")";
        };
    }

    private static String path(JsonMappingException failure) {
        String path = failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return path.isEmpty() ? "body" : path;
    }

    private static Problem malformed(String field, String expected) {
        return Problem.of(ProblemType.MALFORMED_BODY, field + ": " + expected).atField(field);
    }

    private static Problem unexpected(Throwable failure) {
        String reference = UUID.randomUUID().toString();
        LOG.error("Unexpected failure {}", reference, failure);
        return Problem.of(ProblemType.INTERNAL, "Tell the operator this reference.")
                .withReference(reference);
    }
}
