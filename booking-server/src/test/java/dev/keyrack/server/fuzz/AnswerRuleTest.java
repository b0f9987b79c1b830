package dev.keyrack.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.server.fuzz.AnswerRule.Answer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerRuleTest {

    private static final Description DESCRIPTION = Description.parse("""
            {"paths": {"/x": {"get": {"responses": {
              "200": {"content": {"application/json": {"schema": {"type": "integer"}}}},
              "default": {"content": {"application/problem+json": {"schema": {"type": "object"}}}}}}}}}
            """);

    private static Optional<String> fault(int status, String type, String body, long millis) {
        return new AnswerRule(DESCRIPTION)
                .fault(DESCRIPTION.operations().getFirst(), new Answer(status, type, body, millis));
    }

    private static Optional<String> refusal(int status, String body) {
        return fault(status, "application/problem+json", body, 1);
    }

    @Test
    void acceptsWhatIsPromised() {
        assertThat(fault(200, "application/json", "7", 1)).isEmpty();
        assertThat(refusal(404, "{\"status\": 404}")).isEmpty();
        assertThat(refusal(503, "{\"type\": \"/problems/busy\", \"status\": 503}"))
                .isEmpty();
    }

    @Test
    void seesWhatNobodyPlanned() {
        assertThat(refusal(500, "{\"status\": 500}"))
                .hasValueSatisfying(text -> assertThat(text).contains("unplanned"));
        assertThat(refusal(503, "{\"status\": 503}")).isPresent();
        assertThat(fault(201, "application/json", "7", 1)).isPresent();
        assertThat(fault(200, "text/html", "7", 1)).isPresent();
        assertThat(fault(400, "", "", 1)).isPresent();
        assertThat(fault(200, "application/json", "\"7\"", 1)).isPresent();
        assertThat(refusal(404, "{\"status\": 400}")).isPresent();
        assertThat(fault(200, "application/json", "7", 10_001)).isPresent();
    }

    @Test
    void seesTheInsideOfTheProgram() {
        assertThat(refusal(400, "{\"status\": 400, \"detail\": \"java.lang.String\"}"))
                .isPresent();
        assertThat(refusal(400, "{\"status\": 400, \"detail\": \"IllegalStateException: x\"}"))
                .isPresent();
        assertThat(refusal(400, "{\"status\": 400, \"detail\": \"org.h2.jdbc\"}"))
                .isPresent();
        assertThat(refusal(400, "{\"status\": 400, \"detail\": \"an exception to a rule\"}"))
                .isEmpty();
    }
}
