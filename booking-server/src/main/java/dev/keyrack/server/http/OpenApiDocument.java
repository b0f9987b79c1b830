package dev.keyrack.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.server.persistence.Json;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// The description of the interface (OpenAPI 3.0), generated from the endpoints and the contract's records.
public final class OpenApiDocument {

    private OpenApiDocument() {}

    public static String generate(Set<Class<?>> endpoints) {
        ModelConverters converters = ModelConverters.getInstance();
        ModelConverter records = new ModelResolver(Json.MAPPER);
        ModelConverter scalars = new Scalars();
        converters.addConverter(records);
        converters.addConverter(scalars);
        try {
            OpenAPI description = new Reader(new OpenAPI().components(new Components())).read(endpoints);
            description.info(new Info().title("Keyrack").version("1"));
            converters.readAll(Problem.class).forEach(description.getComponents()::addSchemas);
            endpoints.forEach(endpoint -> describe(description, endpoint, converters));
            return sorted().writeValueAsString(description) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The description cannot be written", e);
        } finally {
            converters.removeConverter(scalars);
            converters.removeConverter(records);
        }
    }

    private static void describe(OpenAPI description, Class<?> endpoint, ModelConverters converters) {
        for (Method method : endpoint.getDeclaredMethods()) {
            Path inner = method.getAnnotation(Path.class);
            Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(Objects::nonNull)
                    .forEach(verb -> {
                        String path = endpoint.getAnnotation(Path.class).value() + (inner == null ? "" : inner.value());
                        PathItem item =
                                Objects.requireNonNull(description.getPaths().get(path));
                        Operation operation = Objects.requireNonNull(
                                item.readOperationsMap().get(PathItem.HttpMethod.valueOf(verb.value())));
                        String feature = endpoint.getSimpleName().replace("Endpoint", "");
                        operation
                                .tags(List.of(feature))
                                .operationId(Introspector.decapitalize(feature) + capitalized(method.getName()));
                        Queried queried = method.getAnnotation(Queried.class);
                        if (queried != null) {
                            Arrays.stream(queried.value()).forEach(name -> operation.addParametersItem(query(name)));
                        }
                        operation.setResponses(answers(endpoint, method, description, converters));
                    });
        }
    }

    private static Parameter query(String name) {
        return new Parameter().in("query").name(name).schema(new StringSchema());
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static ApiResponses answers(
            Class<?> endpoint, Method method, OpenAPI description, ModelConverters converters) {
        Answers answers = method.getAnnotation(Answers.class);
        Produces produces = Objects.requireNonNullElse(
                method.getAnnotation(Produces.class), endpoint.getAnnotation(Produces.class));
        if (answers == null && method.getReturnType() == void.class) {
            return new ApiResponses()
                    .addApiResponse("204", new ApiResponse().description("Done"))
                    .addApiResponse("default", refusal(new Content()));
        }
        Type answered = answers == null ? method.getGenericReturnType() : answers.value();
        Content content = content(answered, produces, description, converters);
        ApiResponses all = new ApiResponses();
        for (int status : answers == null ? new int[] {200} : answers.status()) {
            ApiResponse done = new ApiResponse().description("Done");
            all.addApiResponse(String.valueOf(status), status / 100 == 3 ? done : done.content(content));
        }
        boolean plain = answers == null || answers.refusal() == void.class;
        all.addApiResponse(
                "default",
                refusal(plain ? new Content() : content(answers.refusal(), produces, description, converters)));
        return all;
    }

    private static Content content(Type type, Produces produces, OpenAPI description, ModelConverters converters) {
        boolean binary = type == byte[].class;
        Schema<?> schema = binary ? new BinarySchema() : schema(type, description, converters);
        Content content = new Content();
        // beside what is no JSON, JSON only stands for refusals
        Arrays.stream(produces.value())
                .map(name -> name.split(";", 2)[0])
                .filter(name -> !binary || !name.equals("application/json"))
                .forEach(name -> content.addMediaType(name, new MediaType().schema(schema)));
        return content;
    }

    private static Schema<?> schema(Type type, OpenAPI description, ModelConverters converters) {
        Type answered = type instanceof ParameterizedType later && later.getRawType() == CompletionStage.class
                ? later.getActualTypeArguments()[0]
                : type;
        ResolvedSchema resolved = converters.resolveAsResolvedSchema(new AnnotatedType(answered).resolveAsRef(true));
        resolved.referencedSchemas.forEach(description.getComponents()::addSchemas);
        return resolved.schema;
    }

    private static ObjectMapper sorted() {
        return io.swagger.v3.core.util.Json.mapper()
                .copy()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(SerializationFeature.INDENT_OUTPUT);
    }

    /// @param own what is said beside problem documents
    private static ApiResponse refusal(Content own) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description("A refusal")
                .content(own.addMediaType("application/problem+json", new MediaType().schema(problem)));
    }

    /// Identifiers and the like travel as one text or number.
    private static final class Scalars implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            JavaType java = TypeFactory.defaultInstance().constructType(type.getType());
            Class<?> raw = java.getRawClass();
            if (raw == Quantity.class || raw == Revision.class) {
                return new IntegerSchema();
            }
            if (raw == CurrencyUnit.class
                    || raw == ZoneId.class
                    || raw.getSimpleName().endsWith("Id")) {
                return new StringSchema();
            }
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }
    }
}
