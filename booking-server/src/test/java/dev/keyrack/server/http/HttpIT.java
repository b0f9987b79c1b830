package dev.keyrack.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.gate.GateConfig;
import dev.keyrack.server.rig.Api;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpIT {

    private static final Map<String, Caller> TOKENS = Map.of(
            "m", new Caller(new UserId("usr_manager"), Role.MANAGER, null),
            "g", new Caller(new UserId("usr_guest"), Role.GUEST, null));

    private static final int MANY = 64;

    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Api api;

    @SuppressWarnings("NullAway.Init")
    HttpIT() {}

    private HttpServer serve(EchoEndpoint echo) {
        HttpServer made = new HttpServer(
                "127.0.0.1",
                0,
                List.of(echo),
                token -> Optional.ofNullable(TOKENS.get(token)),
                this::note,
                Map.of(),
                GateConfig.PLAIN);
        made.start();
        return made;
    }

    @BeforeAll
    void start() {
        server = serve(new EchoEndpoint());
        api = new Api(server.uri());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void note(HttpServer.Refusal refusal) {
        refusals.add(
                refusal.caller().userId() + " " + refusal.status() + " " + refusal.route() + " " + refusal.subject());
    }

    @Test
    void tellsOfEachRefusalButNotWhatWasTyped() throws Exception {
        refusals.clear();
        api.get("/echo/staff");
        api.as("x").get("/echo/number?number=1");
        api.as("g").get("/echo/staff?secret=1");
        api.as("m").get("/echo/things/bkg_1/doe");
        api.as("m").get("/echo/staff");
        api.get("/echo/nothing");

        assertThat(refusals)
                .containsExactly(
                        "usr_anonymous 401 GET /echo/staff ",
                        "usr_anonymous 401 GET /echo/number ",
                        "usr_guest 403 GET /echo/staff ",
                        "usr_manager 404 GET /echo/things/{id}/{name} bkg_1");
    }

    private static void assertRefused(Api.Reply reply, int status, String type) {
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(status);
        assertThat(reply.text("type")).isEqualTo("/problems/" + type);
        assertThat(reply.raw().headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void explainsWhatIsRefusedBeforeAnyEndpoint() throws Exception {
        for (String path : List.of("/echo/..%2F..%2Fx", "/echo/%00", "/echo/%2e%2e/x")) {
            assertRefused(api.get(path), 400, "malformed-body");
            assertRefused(api.send("DELETE", path, null), 400, "malformed-body");
        }
        assertRefused(api.with("Content-Type", "x").get("/echo/number"), 400, "malformed-body");
    }

    @Test
    void answersWithItsHeaders() throws Exception {
        Api.Reply reply = api.with("X-Request-Id", "test-4711").post("/echo", "{'word': 'hi'}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("word")).isEqualTo("hi");
        assertThat(reply.text("caller")).isEqualTo("usr_anonymous");
        Map<String, String> expected =
                Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff", "X-Request-Id", "test-4711");
        expected.forEach((name, value) ->
                assertThat(reply.raw().headers().firstValue(name)).hasValue(value));
        assertThat(reply.raw().headers().firstValue("Server")).isEmpty();
    }

    @Test
    void letsThroughWhomTheMethodAllows() throws Exception {
        assertRefused(api.get("/echo/staff"), 401, "unauthenticated");
        assertThat(api.get("/echo/staff").raw().headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer");
        assertRefused(api.as("g").get("/echo/staff"), 403, "forbidden");
        assertRefused(api.as("x").get("/echo/staff"), 401, "unauthenticated");
        assertRefused(api.as("x").get("/echo/number?number=1"), 401, "unauthenticated");
        assertThat(api.as("m").get("/echo/staff").text("caller")).isEqualTo("usr_manager");
        assertThat(api.with("Authorization", "bearer m").get("/echo/staff").status())
                .isEqualTo(200);
        assertRefused(api.as("m").get("/echo/forgotten"), 403, "forbidden");
    }

    @Test
    void refusesWhatIsNotOfItsForm() throws Exception {
        assertRefused(api.post("/echo", "{'word': 5}"), 400, "malformed-body");
        assertRefused(api.post("/echo", "{'word': "), 400, "malformed-body");
        assertRefused(api.post("/echo", ""), 400, "malformed-body");
        assertRefused(api.post("/echo", "null"), 400, "malformed-body");
        assertThat(api.post("/echo", "{}").text("field")).isEqualTo("word");
        assertThat(api.get("/echo/number?number=two").text("detail")).isEqualTo("number: expected a whole number");
        assertRefused(api.get("/echo/nothing"), 404, "not-found");
        assertRefused(api.send("DELETE", "/echo", null), 405, "method-not-allowed");
        assertRefused(api.with("Accept", "text/html").get("/echo/number?number=1"), 406, "not-acceptable");
        assertRefused(api.post("/echo", null), 400, "malformed-body");
        assertRefused(api.post("/echo", "{'word': '" + "x".repeat(300_000) + "'}"), 413, "body-too-large");
        assertRefused(api.send("OPTIONS", "/echo/number", null), 405, "method-not-allowed");
    }

    @Test
    void refusesCardNumbersWhereverTheyStand() throws Exception {
        assertRefused(api.post("/echo", "{'word': '4111 1111 1111 1111'}"), 400, "card-number-refused");
        assertRefused(api.get("/echo/number?number=1&card=4111-1111-1111-1111"), 400, "card-number-refused");
        assertRefused(api.get("/echo/number?number=1&card=4111%201111%201111%201111"), 400, "card-number-refused");
        assertRefused(
                api.with("Idempotency-Key", "4111111111111111").post("/echo", "{'word': ''}"),
                400,
                "card-number-refused");
        assertThat(api.post("/echo", "{'word': '+1234567890'}").status()).isEqualTo(200);
    }

    @Test
    void bindsIdempotencyKeyToRouteAndBody() throws Exception {
        Api keyed = api.with("Idempotency-Key", "k-1");
        String bound = keyed.post("/echo", "{'word': 'a'}").text("key");
        assertThat(bound).startsWith("k-1 POST ");
        assertThat(keyed.post("/echo", "{'word': 'a'}").text("key")).isEqualTo(bound);
        assertThat(keyed.post("/echo", "{'word': 'b'}").text("key")).isNotEqualTo(bound);
        assertRefused(
                api.with("Idempotency-Key", "k".repeat(201)).post("/echo", "{'word': 'a'}"), 400, "malformed-body");
        assertRefused(api.with("Idempotency-Key", "a b").post("/echo", "{'word': 'a'}"), 400, "malformed-body");
    }

    @Test
    void requiresTheRevisionThatWasSeen() throws Exception {
        assertRefused(api.send("PUT", "/echo", "{'word': 'a'}"), 428, "precondition-required");
        assertRefused(api.with("If-Match", "W/\"1\"").send("PUT", "/echo", "{'word': 'a'}"), 400, "malformed-body");
        assertThat(api.with("If-Match", "\"3\"")
                        .send("PUT", "/echo", "{'word': 'a'}")
                        .text("revision"))
                .isEqualTo("3");
    }

    @Test
    void givesReferenceForTheUnexpected() throws Exception {
        Api.Reply reply = api.get("/echo/broken");
        assertRefused(reply, 500, "internal");
        assertThat(reply.text("reference")).isNotBlank();
        assertThat(reply.raw().body()).doesNotContain("secret");
    }

    @Test
    void refusesBrokenHttpInItsOwnWords() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /echo/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("<html", "Jetty", "Exception");
        }
    }

    @Test
    void aBodyThatNobodyWantedTakesNoAnswerWithIt() throws IOException {
        assertThat(refusedThenAsked(40_000)).startsWith("HTTP/1.1 401").contains("HTTP/1.1 200");
        assertThat(refusedThenAsked(70_000)).doesNotContain("HTTP/1.1 200");
    }

    /// What comes back on one connection for a body that is refused unread, and for a question after it.
    private String refusedThenAsked(int length) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            String refused = "POST /echo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + "y".repeat(length);
            String asked = "GET /echo/number?number=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((refused + asked).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            // the server closed while the rest was on its way
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void finishesWhatRunsBeforeItStops() throws Exception {
        EchoEndpoint echo = new EchoEndpoint();
        HttpServer stopping = serve(echo);
        Api client = new Api(stopping.uri());
        CompletableFuture<Api.Reply> running = CompletableFuture.supplyAsync(() -> {
            try {
                return client.get("/echo/slow");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(echo.entered.await(10, TimeUnit.SECONDS)).isTrue();
        Thread closing = Thread.ofPlatform().start(stopping::close);
        await().until(() -> takesNoMore(client));
        assertThat(running).isNotDone();
        echo.leaves.countDown();
        assertThat(running.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
        closing.join();
    }

    private static boolean takesNoMore(Api client) throws IOException, InterruptedException {
        try {
            return client.get("/echo/number?number=1").status() == 503;
        } catch (ConnectException e) {
            return true;
        }
    }

    @Test
    void answersAllWhoHaveWaitedLongWhenItStops() throws Exception {
        for (int round = 0; round < 3; round++) {
            EchoEndpoint echo = new EchoEndpoint();
            HttpServer other = serve(echo);
            Api asking = new Api(other.uri());
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            for (int each = 0; each < MANY; each++) {
                answers.add(CompletableFuture.supplyAsync(() -> status(asking), Thread::startVirtualThread));
            }
            echo.waiting.acquire(MANY);
            // longer than what counts as idle while a server stops
            Thread.sleep(1_200);
            CompletableFuture<Void> leaving = CompletableFuture.runAsync(echo.leaves::countDown);
            CompletableFuture.runAsync(other::close).get(15, TimeUnit.SECONDS);
            leaving.join();
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.get(15, TimeUnit.SECONDS)).isEqualTo(200));
        }
    }

    private static int status(Api asking) {
        try {
            return asking.get("/echo/late").status();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
