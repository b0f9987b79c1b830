package dev.keyrack.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.gate.GateConfig;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.HttpServer;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.TestDatabase;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncEndpointIT {

    private static final SiteId SITE = new SiteId("sit_harbour");
    private static final String CELLS = ChangeFeed.availabilityScope(SITE);
    private static final String BOOKINGS = ChangeFeed.operationsScope(SITE);

    @TempDir
    Path folder;

    private final ChangeFeed feed = new ChangeFeed();
    private final Map<String, Caller> tokens = new ConcurrentHashMap<>(Map.of(
            "desk", new Caller(new UserId("usr_desk"), Role.FRONT_DESK, SITE),
            "kiosk", new Caller(new UserId("usr_kiosk"), Role.KIOSK, SITE),
            "guest", new Caller(new UserId("usr_guest"), Role.GUEST, null)));
    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private FeedHeads heads;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @SuppressWarnings("NullAway.Init")
    private Api desk;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder, Durability.DISK, List.of());
        heads = new FeedHeads(database);
        server = new HttpServer(
                "127.0.0.1",
                0,
                List.of(new SyncEndpoint(new SyncService(database, heads), tokens::containsValue)),
                token -> Optional.ofNullable(tokens.get(token)),
                _ -> {},
                Map.of(
                        "/api/v1/sync/poke",
                        new PokeServlet(heads, token -> Optional.ofNullable(tokens.get(token)), tokens::containsValue)),
                GateConfig.PLAIN);
        server.start();
        desk = new Api(server.uri()).as("desk");
    }

    @AfterEach
    void close() {
        heads.close();
        server.close();
        database.close();
    }

    private void put(String scope, String id, long version) {
        database.write(tx -> {
            feed.put(tx, scope, new Changed("cell", id, version, Map.of("n", version)));
            return true;
        });
    }

    private String cursor(String scope) throws Exception {
        return desk.get("api/v1/sync/snapshot/" + scope).text("cursor");
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private CompletableFuture<HttpResponse<String>> ask(String path, String token) {
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private Queue<String> openStream(String token) {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("api/v1/sync/poke"))
                .header("Authorization", "Bearer " + token)
                .build();
        CompletableFuture<HttpResponse<Stream<String>>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofLines());
        var _ = Thread.ofVirtual().start(() -> {
            answer.join().body().filter(line -> !line.isEmpty()).forEach(lines::add);
            lines.add("end");
        });
        return lines;
    }

    @Test
    void changesAnswerWithRowsChecksumAndNextCursor() throws Exception {
        String cursor = cursor(CELLS);
        put(CELLS, "a", 1);
        put(CELLS, "b", 1);
        put(CELLS, "a", 2);

        Api.Reply first = desk.get("api/v1/sync/changes?limit=2&cursor=" + cursor);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("changes")).hasSize(2);
        assertThat(first.body().path("upToDate").asBoolean()).isFalse();
        Api.Reply second = desk.get("api/v1/sync/changes?limit=2&cursor=" + first.text("next"));
        assertThat(second.body().path("changes")).hasSize(1);
        assertThat(second.body().path("changes").path(0).path("seq").asLong()).isEqualTo(3);
        assertThat(second.body().path("changes").path(0).path("body").path("n").asLong())
                .isEqualTo(2);
        assertThat(second.body().path("upToDate").asBoolean()).isTrue();
        assertThat(second.body().path("checksum").asLong())
                .isEqualTo(ChangeFeed.hash("cell", "a", 2) + ChangeFeed.hash("cell", "b", 1));
    }

    @Test
    void asksToResyncWhenTheCursorIsNotOfThisFeed() throws Exception {
        put(CELLS, "a", 1);
        String cursor = decode(cursor(CELLS));
        List<String> wrong = new ArrayList<>(List.of("", "nonsense!", encode("a|b"), encode("x|x|x")));
        wrong.add(encode(cursor.replaceFirst("^[^|]+", "00000000-0000-0000-0000-000000000000")));
        wrong.add(encode(cursor.replace("|1|", "|2|")));
        wrong.add(encode(cursor.replace("|1|", "|-1|")));
        wrong.add(encode(cursor.replace(":avail", ":avail:more")));
        for (String one : wrong) {
            Api.Reply reply = desk.get("api/v1/sync/changes?cursor=" + one.replace("!", "%21"));
            assertThat(reply.status()).as(one).isEqualTo(409);
            assertThat(reply.text("type")).isEqualTo("/problems/resync");
        }
    }

    @Test
    void pageOfAnotherScopeIsRefused() throws Exception {
        String page = encode(decode(cursor(CELLS)).split("\\|", 2)[0] + "|" + CELLS + "|0|cell|a");

        assertThat(desk.get("api/v1/sync/snapshot/" + CELLS + "?page=" + page).status())
                .isEqualTo(200);
        assertThat(desk.get("api/v1/sync/snapshot/" + BOOKINGS + "?page=" + page)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void refusesThoseWhoMayNotRead() throws Exception {
        Api api = new Api(server.uri());
        String operations = "api/v1/sync/snapshot/" + BOOKINGS;
        assertThat(api.get(operations).status()).isEqualTo(401);
        assertThat(api.as("guest").get(operations).status()).isEqualTo(403);
        assertThat(api.as("kiosk").get(operations).status()).isEqualTo(403);
        assertThat(api.as("kiosk").get("api/v1/sync/snapshot/" + CELLS).status())
                .isEqualTo(200);
        assertThat(api.as("kiosk")
                        .get("api/v1/sync/changes?cursor=" + cursor(BOOKINGS))
                        .status())
                .isEqualTo(403);
        assertThat(desk.get("api/v1/sync/snapshot/prop:sit_other:ops").status()).isEqualTo(404);
        assertThat(desk.get("api/v1/sync/snapshot/nothing").status()).isEqualTo(404);
        assertThat(api.get("api/v1/sync/poke").status()).isEqualTo(401);
        assertThat(api.as("guest").get("api/v1/sync/poke").status()).isEqualTo(403);
        assertThat(desk.get("api/v1/sync/changes?limit=1001&cursor=x").status()).isEqualTo(400);
        assertThat(desk.get("api/v1/sync/changes?wait=26&cursor=x").status()).isEqualTo(400);
    }

    @Test
    void waitingReaderIsAnsweredWhenSomethingComes() throws Exception {
        CompletableFuture<HttpResponse<String>> answer =
                ask("api/v1/sync/changes?wait=25&cursor=" + cursor(CELLS), "desk");
        put(BOOKINGS, "elsewhere", 1);
        put(CELLS, "a", 1);

        await().atMost(Duration.ofSeconds(5)).until(answer::isDone);
        assertThat(answer.join().body()).contains("\"id\":\"a\"");
    }

    @Test
    void waitingReadersTakeNobodysPlace() throws Exception {
        String path = "api/v1/sync/changes?wait=25&cursor=" + cursor(CELLS);
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            waiting.add(ask(path, "desk"));
        }
        assertThat(desk.get("api/v1/sync/snapshot/" + CELLS).status()).isEqualTo(200);
        put(CELLS, "a", 1);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(waiting).allMatch(CompletableFuture::isDone));
        assertThat(waiting).allMatch(answer -> answer.join().statusCode() == 200);
    }

    @Test
    void pokesTellOfTheScopesThatOneMayRead() {
        put(CELLS, "before", 1);
        Queue<String> desks = openStream("desk");
        Queue<String> kiosks = openStream("kiosk");
        await().until(() -> desks.contains("data: {\"scope\":\"" + CELLS + "\",\"head\":1}"));
        await().until(() -> kiosks.contains("data: {\"scope\":\"" + CELLS + "\",\"head\":1}"));

        put(BOOKINGS, "a", 1);
        put(CELLS, "a", 1);

        await().until(() -> desks.contains("data: {\"scope\":\"" + CELLS + "\",\"head\":2}"));
        await().until(() -> kiosks.contains("data: {\"scope\":\"" + CELLS + "\",\"head\":2}"));
        assertThat(desks).contains("event: poke", "data: {\"scope\":\"" + BOOKINGS + "\",\"head\":1}");
        assertThat(kiosks).noneMatch(line -> line.contains(BOOKINGS));
    }

    @Test
    void whoWaitsIsSentAwayWhenTheServerStops() throws Exception {
        Queue<String> stream = openStream("desk");
        await().until(() -> stream.contains(": welcome"));
        CompletableFuture<HttpResponse<String>> answer =
                ask("api/v1/sync/changes?wait=25&cursor=" + cursor(CELLS), "desk");

        heads.close();

        await().atMost(Duration.ofSeconds(5)).until(answer::isDone);
        assertThat(answer.join().body()).contains("\"upToDate\":true");
        await().atMost(Duration.ofSeconds(5)).until(() -> stream.contains("end"));
    }
}
