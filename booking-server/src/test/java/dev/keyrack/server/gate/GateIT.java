package dev.keyrack.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.EchoEndpoint;
import dev.keyrack.server.http.HttpServer;
import dev.keyrack.server.rig.RawHttp;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The gate before endpoints, reached from a listed proxy on this machine.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateIT {

    private static final String SMUGGLED =
            "GET /echo/number?number=4711 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    private static final Caller GUEST = new Caller(new UserId("usr_guest"), Role.GUEST, null);

    private HttpServer server;
    private int port;

    @SuppressWarnings("NullAway.Init")
    GateIT() {}

    @BeforeAll
    void start() {
        GateConfig gate = new GateConfig(
                null,
                List.of(AddressRange.parse("127.0.0.0/8")),
                List.of("https://book.example"),
                Duration.ofMillis(500));
        server = new HttpServer(
                "127.0.0.1",
                0,
                List.of(new EchoEndpoint()),
                token -> token.equals("g") ? Optional.of(GUEST) : Optional.empty(),
                _ -> {},
                Map.of(),
                gate);
        server.start();
        port = server.uri().getPort();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String get(String path, String... fields) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + String.join(
                        "",
                        List.of(fields).stream().map(field -> field + "\r\n").toList()) + "\r\n";
    }

    private RawHttp.Answer post(String body, Charset charset, String type) throws IOException {
        byte[] octets = body.getBytes(charset);
        return RawHttp.send(
                port,
                "POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + type
                        + "\r\nContent-Length: " + octets.length + "\r\n\r\n"
                        + new String(octets, StandardCharsets.ISO_8859_1));
    }

    private static void assertRefused(RawHttp.Answer answer, int status, String type) throws IOException {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).as("%s", answer).startsWith("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isPresent();
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("/problems/" + type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"word\": \"a\", \"word\": \"b\"}",
                "{\"word\": NaN}",
                "{\"word\": Infinity}",
                "{\"word\": \"a\"} {\"word\": \"b\"}",
                "{\"word\": 'a'}",
                "{\"word\": \"a\"} // b",
                "{\"word\": \"\u0001\"}",
                "{\"word\": \"a\u0000b\"}",
                "{\"word\": \"a\",}",
                "{\"word\": 01}"
            })
    void refusesJsonThatReadersDisagreeAbout(String body) throws IOException {
        assertRefused(post(body, StandardCharsets.UTF_8, "application/json"), 400, "malformed-body");
    }

    @Test
    void refusesJsonThatIsTooMuch() throws IOException {
        String deep = "{\"word\": " + "[".repeat(40) + "]".repeat(40) + "}";
        assertRefused(post(deep, StandardCharsets.UTF_8, "application/json"), 400, "malformed-body");
        String number = "{\"word\": " + "9".repeat(2_000) + "}";
        assertRefused(post(number, StandardCharsets.UTF_8, "application/json"), 400, "malformed-body");
        String lengthy = "{\"word\": \"" + "x".repeat(300_000) + "\"}";
        assertRefused(post(lengthy, StandardCharsets.UTF_8, "application/json"), 413, "body-too-large");
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        String body = "{\"word\": \"4111 1111 1111 1111\"}";
        for (Charset charset :
                List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("UTF-32"))) {
            assertRefused(post(body, charset, "application/json"), 400, "malformed-body");
            assertRefused(post(body, charset, "application/json; charset=" + charset), 400, "malformed-body");
        }
        assertRefused(
                post("{\"word\": \"\u00e9\"}", StandardCharsets.ISO_8859_1, "application/json"), 400, "malformed-body");
        assertThat(post("{\"word\": \"\u00e9\"}", StandardCharsets.UTF_8, "application/json")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
                "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nG",
                "Content-Length: 0\r\nContent-Length: 60\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: 0\r\n\r\n",
                "Content-Length: 0, 60\r\n\r\n",
                "Content-Length: +0\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 0x0\r\n\r\n",
                "Content-Length: 1 0\r\n\r\n",
                "Content-Length: 99999999999999999999\r\n\r\n",
                "Content-Length : 0\r\n\r\n",
                "Content-Length:\r\n 0\r\n\r\n",
                "Content-Length: 0\rX: y\r\n\r\n",
                "Content-Length: 0\n\r\n",
                "Content-Length: 0\r\nX: y\n\n",
                "Transfer-Encoding: identity\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0\n\n",
                "Transfer-Encoding: chunked\r\n\r\n2;a\nxx\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\nxx\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\r\nxxx\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\r\nxx0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff2\r\nxx\r\n0\r\n\r\n",
                "X y: z\r\nContent-Length: 0\r\n\r\n",
                "X: \u0000\r\nContent-Length: 0\r\n\r\n",
                "Host: y\r\nContent-Length: 0\r\n\r\n"
            })
    void refusesWhatTwoReadersWouldCutDifferently(String rest) throws IOException {
        try (Socket socket = RawHttp.open(port)) {
            write(socket, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + rest + SMUGGLED);
            RawHttp.Answer answer = RawHttp.read(socket.getInputStream());
            assertThat(answer.status()).as("%s", answer).isIn(400, 501);
            assertThat(answer.body()).doesNotContain("HTTP/1.1", "4711");
            assertRefused(answer, answer.status(), "malformed-body");
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Test
    void endsBodyThatTrickles() throws Exception {
        try (Socket socket = RawHttp.open(port)) {
            write(
                    socket,
                    "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n");
            trickle(socket);
            assertRefused(RawHttp.read(socket.getInputStream()), 408, "too-slow");
        }
    }

    @Test
    void endsHeadThatTrickles() throws Exception {
        try (Socket socket = RawHttp.open(port)) {
            write(socket, "GET /echo HTTP/1.1\r\nHost: x\r\nX: ");
            trickle(socket);
            assertRefused(RawHttp.read(socket.getInputStream()), 408, "too-slow");
        }
    }

    @Test
    void endsConnectionThatAsksNothing() throws Exception {
        try (Socket socket = RawHttp.open(port)) {
            assertThat(RawHttp.read(socket.getInputStream()).status()).isZero();
        }
    }

    /// Sends a blank now and then, until something comes back.
    private static void trickle(Socket socket) throws IOException, InterruptedException {
        try {
            for (int sent = 0; sent < 400 && socket.getInputStream().available() == 0; sent++) {
                write(socket, " ");
                Thread.sleep(50);
            }
        } catch (SocketException _) {
            // the server has closed: its answer can still be read
        }
    }

    private RawHttp.Answer comeSeldom(String forwardedFor) throws IOException {
        return RawHttp.send(port, get("/echo/seldom", "X-Forwarded-For: " + forwardedFor));
    }

    @Test
    void countsEachClientBehindTheProxy() throws IOException {
        RawHttp.Answer answer = comeSeldom("192.0.2.1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.all("RateLimit-Policy"))
                .containsExactly("\"address\";q=30000;w=60", "\"anonymous\";q=1500;w=60", "\"sign-in\";q=120;w=60");
        assertThat(answer.all("RateLimit")).hasSize(3).last().asString().startsWith("\"sign-in\";r=119;t=1");
        for (int i = 0; i < 2_000 && answer.status() == 200; i++) {
            answer = comeSeldom("9.9.9." + i % 256 + ", 192.0.2.1");
        }
        assertRefused(answer, 429, "too-many-requests");
        assertThat(answer.header("Retry-After")).hasValue("1");
        assertThat(answer.all("RateLimit").getLast()).startsWith("\"sign-in\";r=0;t=60");
        assertThat(comeSeldom("192.0.2.2").status()).isEqualTo(200);
        RawHttp.Answer guest = RawHttp.send(
                port, get("/echo/number?number=1", "X-Forwarded-For: 192.0.2.1", "Authorization: Bearer g"));
        assertThat(guest.status()).isEqualTo(200);
        assertThat(guest.all("RateLimit-Policy")).containsExactly("\"address\";q=30000;w=60", "\"guest\";q=1800;w=60");
    }

    @Test
    void letsPagesOfListedOriginsCall() throws IOException {
        RawHttp.Answer listed = RawHttp.send(port, get("/echo/number?number=1", "Origin: https://book.example"));
        assertThat(listed.header("Access-Control-Allow-Origin")).hasValue("https://book.example");
        assertThat(listed.header("Access-Control-Allow-Credentials")).isEmpty();
        RawHttp.Answer other = RawHttp.send(port, get("/echo/number?number=1", "Origin: https://book.example.evil"));
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
        RawHttp.Answer asking = RawHttp.send(
                port,
                get("/echo", "Origin: https://book.example", "Access-Control-Request-Method: POST")
                        .replace("GET", "OPTIONS"));
        assertThat(asking.status()).isEqualTo(200);
        assertThat(asking.header("Access-Control-Allow-Methods").orElse("")).contains("POST");
    }
}
