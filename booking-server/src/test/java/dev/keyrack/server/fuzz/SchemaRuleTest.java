package dev.keyrack.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.server.persistence.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaRuleTest {

    private static final Description DESCRIPTION = Description.parse("""
            {"paths": {}, "components": {"schemas": {"Stay": {"type": "object", "properties": {
              "nights": {"type": "integer", "format": "int32"},
              "price": {"type": "number"},
              "day": {"type": "string", "format": "date"},
              "kind": {"type": "string", "enum": ["room", "bed"]},
              "notes": {"type": "array", "items": {"type": "string"}},
              "anything": {"type": "object"},
              "next": {"$ref": "#/components/schemas/Stay"}}}}}}
            """);

    private static Optional<String> fault(String value) {
        JsonNode schema = Json.read("{\"$ref\": \"#/components/schemas/Stay\"}", JsonNode.class);
        return new SchemaRule(DESCRIPTION).fault(Json.read(value, JsonNode.class), schema);
    }

    @Test
    void acceptsWhatIsDescribed() {
        assertThat(fault("{}")).isEmpty();
        assertThat(fault("{\"nights\": 2, \"price\": 1.50, \"day\": \"2027-01-31\", \"kind\": \"bed\","
                        + " \"notes\": [\"a\"], \"anything\": \"text\", \"next\": {\"nights\": 1}}"))
                .isEmpty();
    }

    @Test
    void seesFieldThatIsNotDescribed() {
        assertThat(fault("{\"next\": {\"secret\": 1}}")).contains("answer.next.secret is not described");
    }

    @Test
    void seesValuesOfAnotherKind() {
        assertThat(fault("[]")).isPresent();
        assertThat(fault("{\"nights\": \"2\"}")).isPresent();
        assertThat(fault("{\"nights\": 2147483648}")).isPresent();
        assertThat(fault("{\"nights\": null}")).isPresent();
        assertThat(fault("{\"day\": \"2027-02-30\"}")).isPresent();
        assertThat(fault("{\"kind\": \"tent\"}")).isPresent();
        assertThat(fault("{\"notes\": [1]}")).isPresent();
    }
}
