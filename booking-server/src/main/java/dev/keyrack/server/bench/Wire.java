package dev.keyrack.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.server.persistence.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Sends a client's requests to one server: JSON over HTTP, each answered before the call returns.
public final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI server;
    private final HttpClient client;
    private final Map<String, String> headers;

    private Wire(URI server, HttpClient client, Map<String, String> headers) {
        this.server = server;
        this.client = client;
        this.headers = Map.copyOf(headers);
    }

    /// @param server where it listens, such as `http://127.0.0.1:8080/`
    public static Wire to(URI server) {
        HttpClient client = HttpClient.newBuilder()
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        return new Wire(server, client, Map.of("Content-Type", "application/json"));
    }

    /// What came back.
    ///
    /// @param body missing if the answer has none or it is not JSON
    public record Reply(int status, String entityTag, JsonNode body) {

        /// The problem's type if this is a refusal, such as `/problems/sold-out`; else empty.
        public String problem() {
            return status < 400 ? "" : body.path("type").asText();
        }
    }

    /// The same client with one more header.
    public Wire with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Wire(server, client, more);
    }

    /// The same client with a bearer token.
    public Wire as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, Object body) {
        return send("POST", path, body);
    }

    /// @param path from the server's root, without a leading slash
    /// @param body what becomes JSON, or null for none
    /// @throws UncheckedIOException if no whole answer came within a minute; what became of the request is unknown
    public Reply send(String method, String path, @Nullable Object body) {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).method(method, content);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("ETag").orElse(""),
                    json ? Json.read(response.body(), JsonNode.class) : Json.MAPPER.missingNode());
        } catch (IOException e) {
            throw new UncheckedIOException(server + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for an answer was interrupted", e);
        }
    }
}
