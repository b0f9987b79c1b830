package dev.keyrack.server.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.server.gate.Passage;
import dev.keyrack.server.persistence.BusyException;
import dev.keyrack.server.persistence.Json;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ParamException;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever went wrong into a problem document. What nobody expected is logged once, with the reference that the
/// caller gets.
final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    private static final String FORM = "is not of the expected form";
    private static final String WHOLE = "a whole number";
    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(int.class, WHOLE),
            Map.entry(Integer.class, WHOLE),
            Map.entry(long.class, WHOLE),
            Map.entry(Long.class, WHOLE),
            Map.entry(Quantity.class, WHOLE + " of 1 or more"),
            Map.entry(BigDecimal.class, "a number such as 79.90"),
            Map.entry(String.class, "text"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(LocalDate.class, "a date such as 2025-12-01"),
            Map.entry(LocalTime.class, "a time of day such as 15:00"),
            Map.entry(Instant.class, "a time such as 2025-12-01T09:00:00Z"),
            Map.entry(ZoneId.class, "a time zone such as Europe/Lisbon"),
            Map.entry(CurrencyUnit.class, "a currency such as EUR"));

    @Override
    public Response toResponse(Throwable failure) {
        Problem problem = toProblem(failure);
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type("application/problem+json")
                .entity(Json.write(problem));
        if (failure instanceof ProblemException refusal) {
            refusal.retryAfter().ifPresent(wait -> answer.header("Retry-After", Passage.seconds(wait)));
        }
        if (failure instanceof NotAllowedException offered) {
            answer.header("Allow", allowed(offered));
        }
        // what is left of a body that came too slowly is not waited for
        if (problem.type() == ProblemType.TOO_SLOW) {
            answer.header("Connection", "close");
        }
        return answer.build();
    }

    /// What the address offers, but for OPTIONS, which Jersey would offer everywhere.
    private static String allowed(NotAllowedException failure) {
        return failure.getResponse().getAllowedMethods().stream()
                .filter(method -> !method.equals("OPTIONS"))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    static Problem toProblem(Throwable failure) {
        return switch (failure) {
            case ProblemException refusal -> refusal.problem();
            case BusyException busy -> Problem.of(ProblemType.BUSY, String.valueOf(busy.getMessage()));
            case JacksonException json -> ofJson(json);
            case ParamException.PathParamException _ ->
                Problem.of(ProblemType.NOT_FOUND, "There is nothing of that name.");
            case ParamException parameter -> malformed(parameter.getParameterName(), expectedOf(parameter));
            case WebApplicationException web -> ofWeb(web);
            default -> ofDatabase(failure).orElseGet(() -> unexpected(failure));
        };
    }

    private static Problem ofWeb(WebApplicationException web) {
        if (web.getCause() instanceof JacksonException json) {
            return ofJson(json);
        }
        return switch (web.getResponse().getStatus()) {
            case 400 -> malformed("body", FORM);
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "There is nothing at this address.");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address does not offer this method.");
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "This address answers with application/json.");
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "The request is too large.");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
            default -> unexpected(web);
        };
    }

    private static Problem ofJson(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> malformed(path(unknown), "there is no such field");
            case InvalidNullException absent -> malformed(path(absent), "is missing");
            case InvalidFormatException format -> malformed(path(format), expected(format, format.getTargetType()));
            case ValueInstantiationException invalid -> malformed(path(invalid), expected(invalid, null));
            case MismatchedInputException mismatch ->
                malformed(
                        path(mismatch),
                        mismatch.getOriginalMessage().startsWith("Missing required")
                                ? "is missing"
                                : expected(mismatch, mismatch.getTargetType()));
            case JsonMappingException mapping
            when mapping.getCause() instanceof JacksonException broken -> ofJson(broken);
            case JsonMappingException mapping -> malformed(path(mapping), expected(mapping, null));
            case StreamConstraintsException _ -> malformed("body", "is nested too deep, or a value is too long");
            default -> malformed("body", "is not well-formed JSON" + at(failure.getLocation()));
        };
    }

    private static String at(@Nullable JsonLocation place) {
        return place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    /// What a constructor said, or else what the type says by itself.
    private static String expected(JsonMappingException failure, @Nullable Class<?> type) {
        return failure.getCause() instanceof IllegalArgumentException reason
                        && !(reason instanceof NumberFormatException)
                        && reason.getMessage() != null
                ? reason.getMessage()
                : expected(type);
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return FORM;
        }
        if (type.isEnum()) {
            return "expected one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> Json.MAPPER.convertValue(constant, String.class))
                            .collect(Collectors.joining(", "));
        }
        return Optional.ofNullable(WORDS.get(type))
                .map(word -> "expected " + word)
                .orElse(Collection.class.isAssignableFrom(type) ? "expected a list" : FORM);
    }

    private static String path(JsonMappingException failure) {
        String path = failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return path.isEmpty() ? "body" : path;
    }

    /// What the constructor of an identifier or of a number said about the text.
    private static String expectedOf(ParamException parameter) {
        return causes(parameter)
                .filter(IllegalArgumentException.class::isInstance)
                .findFirst()
                .map(reason -> reason instanceof NumberFormatException
                        ? "expected a whole number"
                        : String.valueOf(reason.getMessage()))
                .orElse(FORM);
    }

    /// A value that no rule refused and no column holds (SQLSTATE class 22), or that must be there only once.
    private static Optional<Problem> ofDatabase(Throwable failure) {
        Optional<String> state = causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .findFirst();
        if (state.filter(code -> code.startsWith("22")).isPresent()) {
            LOG.warn("A value was refused by the database only", failure);
            return Optional.of(malformed("body", "a value is too long or too large"));
        }
        if (state.filter("23505"::equals).isPresent()) {
            LOG.warn("A double was refused by the database only", failure);
            return Optional.of(Problem.of(ProblemType.ALREADY_EXISTS, "There is one like it already."));
        }
        return Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static Problem malformed(String field, String expected) {
        return ProblemException.malformed(field, expected).problem();
    }

    private static Problem unexpected(Throwable failure) {
        String reference = UUID.randomUUID().toString();
        LOG.error("Unexpected failure {}", reference, failure);
        return Problem.of(ProblemType.INTERNAL, "Tell the operator this reference.")
                .withReference(reference);
    }
}
