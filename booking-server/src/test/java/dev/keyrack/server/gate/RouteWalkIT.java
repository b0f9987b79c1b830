package dev.keyrack.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyrack.server.rig.RawHttp;
import dev.keyrack.server.rig.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Goes along every route with every method, and along some that are none.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteWalkIT {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "FOO", "get");

    private static final List<String> NOWHERE = List.of(
            "/",
            "/nothing",
            "/api/v1",
            "/api/v1/nothing",
            "/api/v2/sites",
            "/api/v1/openapi.json/x",
            "/application.wadl",
            "/api/v1/application.wadl",
            "/metrics",
            "/h2-console",
            "/.git/config",
            "/WEB-INF/web.xml",
            "/api/v1/sync/poke/x");

    private TestServer server;

    @SuppressWarnings("NullAway.Init")
    RouteWalkIT() {}

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new TestServer(folder);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private RawHttp.Answer ask(String method, String path) throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                server.server().uri().getPort(),
                method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        String asked = method + " " + path + ": " + answer;
        assertThat(answer.status()).as(asked).isBetween(200, 499);
        assertThat(answer.header("X-Content-Type-Options")).as(asked).hasValue("nosniff");
        assertThat(answer.header("Referrer-Policy")).as(asked).hasValue("no-referrer");
        assertThat(answer.header("Content-Security-Policy").orElse(""))
                .as(asked)
                .startsWith("default-src 'none'");
        assertThat(answer.header("Cache-Control")).as(asked).isNotEmpty();
        assertThat(answer.all("Server")).as(asked).isEmpty();
        assertThat(answer.all("Access-Control-Allow-Origin")).as(asked).isEmpty();
        assertThat(answer.all("Strict-Transport-Security")).as(asked).isEmpty();
        if (answer.status() >= 400) {
            boolean page =
                    path.equals("/oauth/authorize") && Set.of("GET", "HEAD").contains(method);
            assertThat(answer.header("Content-Type").orElse(""))
                    .as(asked)
                    .startsWith(page ? "text/html" : "application/problem+json");
        }
        return answer;
    }

    /// The methods that are declared, by path.
    private static Map<String, Set<String>> routes() throws IOException {
        Map<String, Set<String>> routes = new TreeMap<>();
        try (InputStream stream = RouteWalkIT.class.getResourceAsStream("/openapi.json")) {
            JsonNode paths = new ObjectMapper().readTree(stream).path("paths");
            paths.properties().forEach(path -> {
                Set<String> methods = new TreeSet<>();
                path.getValue().fieldNames().forEachRemaining(name -> methods.add(name.toUpperCase(Locale.ROOT)));
                routes.put(path.getKey().replaceAll("\\{[^}]+}", "x"), methods);
            });
        }
        routes.put("/api/v1/sync/poke", Set.of("GET"));
        return routes;
    }

    @Test
    void offersOnlyWhatIsDeclared() throws IOException {
        Map<String, Set<String>> routes = routes();
        assertThat(routes).hasSizeGreaterThan(20);
        for (Map.Entry<String, Set<String>> route : routes.entrySet()) {
            Set<String> declared = route.getValue();
            for (String method : METHODS) {
                RawHttp.Answer answer = ask(method, route.getKey());
                boolean head = method.equals("HEAD") && !route.getKey().endsWith("/poke");
                String name = method + " " + route.getKey();
                if (!declared.contains(head ? "GET" : method)) {
                    assertThat(answer.status()).as(name).isEqualTo(405);
                    Set<String> allowed = new TreeSet<>(
                            Arrays.asList(answer.header("Allow").orElse("").split(", ", -1)));
                    allowed.remove("HEAD");
                    assertThat(allowed).as(name).isEqualTo(declared);
                } else {
                    assertThat(answer.status()).as(name).isNotEqualTo(405);
                }
            }
        }
    }

    @Test
    void knowsNothingElse() throws IOException {
        for (String path : NOWHERE) {
            for (String method : METHODS) {
                assertThat(ask(method, path).status()).as(method + " " + path).isEqualTo(404);
            }
        }
    }
}
