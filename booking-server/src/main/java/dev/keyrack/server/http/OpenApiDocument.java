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
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Set;
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
            description
                    .getPaths()
                    .values()
                    .forEach(path -> path.readOperations()
                            .forEach(operation -> operation.getResponses().addApiResponse("default", refusal())));
            return sorted().writeValueAsString(description) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The description cannot be written", e);
        } finally {
            converters.removeConverter(scalars);
            converters.removeConverter(records);
        }
    }

    private static ObjectMapper sorted() {
        return io.swagger.v3.core.util.Json.mapper()
                .copy()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(SerializationFeature.INDENT_OUTPUT);
    }

    private static ApiResponse refusal() {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description("A refusal")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
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
