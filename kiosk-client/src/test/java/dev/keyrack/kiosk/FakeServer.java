package dev.keyrack.kiosk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.api.ClientJson;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A server that answers what a test told it to, by the end of the path, and remembers what it was asked.
public final class FakeServer implements AutoCloseable {

    private final HttpServer http;
    private final Map<String, Object> answers = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final Map<String, List<String>> bodies = new LinkedHashMap<>();

    public FakeServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::serve);
        http.start();
    }

    /// From now on gives this answer, a record or a [Problem], to paths that end so.
    public void answer(String pathEnd, Object answer) {
        answers.put(pathEnd, answer);
    }

    /// Method and path of every request, oldest first.
    public List<String> asked() {
        return asked;
    }

    /// What was sent to paths that end so, oldest first.
    public List<String> bodies(String pathEnd) {
        return bodies.entrySet().stream()
                .filter(each -> each.getKey().endsWith(pathEnd))
                .flatMap(each -> each.getValue().stream())
                .toList();
    }

    public ClientRuntime runtime(Path folder, Clock clock) {
        return new ClientRuntime(
                LaunchOptions.of(List.of(
                        "--server=http://127.0.0.1:" + http.getAddress().getPort() + "/", "--folder=" + folder)),
                clock);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path);
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            bodies.computeIfAbsent(path, any -> new ArrayList<>()).add(sent);
            Object answer = answers.entrySet().stream()
                    .filter(each -> path.endsWith(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(Problem.of(ProblemType.NOT_FOUND, "nothing"));
            byte[] body = answer instanceof byte[] bytes
                    ? bytes
                    : ClientJson.write(answer).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer instanceof Problem problem ? problem.status() : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
