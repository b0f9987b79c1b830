package dev.keyrack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyrack.server.http.OpenApiDocument;
import dev.keyrack.server.rig.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The committed description is the one that the endpoints generate. To write it anew:
/// `mvn verify -pl booking-server -am -Dit.test=OpenApiIT -Dkeyrack.openapi.write=true`.
class OpenApiIT {

    private static final Path COMMITTED = Path.of("src/main/resources/openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void isTheCommittedDescription() throws IOException {
        try (TestServer server = new TestServer(folder)) {
            String generated = OpenApiDocument.generate(server.server().endpointClasses());
            if (Boolean.getBoolean("keyrack.openapi.write")) {
                Files.writeString(COMMITTED, generated);
            }
            assertThat(Files.readString(COMMITTED)).isEqualTo(generated);
        }
    }

    @Test
    void describesTheSpecificationsSixCalls() throws IOException {
        JsonNode paths = JSON.readTree(Files.readString(COMMITTED)).path("paths");
        assertThat(paths.path("/api/v1/resources/search").has("get")).isTrue();
        assertThat(paths.path("/api/v1/availability/check").has("post")).isTrue();
        assertThat(paths.path("/api/v1/bookings").has("post")).isTrue();
        assertThat(paths.path("/api/v1/bookings/{bookingId}").has("get")).isTrue();
        assertThat(paths.path("/api/v1/bookings/{bookingId}/cancel").has("post"))
                .isTrue();
        assertThat(paths.path("/api/v1/users/{userId}/bookings").has("get")).isTrue();
    }
}
