package dev.keyrack.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keyrack.client.api.ClientJson;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.client.api.ServerTrust;
import dev.keyrack.client.store.LocalStore;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.sync.Change;
import dev.keyrack.contract.sync.ChangePage;
import dev.keyrack.contract.sync.SnapshotPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Follows a scope of a server that may or may not send pokes.
class FollowIT {

    private static final String SCOPE = "prop:sit_a:ops";
    private static final Change NEWS =
            new Change(SCOPE, 1, "booking", "a", 1, Change.Operation.PUT, 1, Map.of("guest", "Ann"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);

    /// How long the question may take that the news answers, in seconds.
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    /// How far the scope has got, for those who listen.
    private final BlockingQueue<Integer> pokes = new LinkedBlockingQueue<>(List.of(1));
    private volatile boolean poking;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("/poke")) {
                poke(exchange);
            } else if (path.contains("/snapshot/")) {
                send(exchange, 200, new SnapshotPage(List.of(), "begin", null));
            } else {
                send(exchange, 200, changes(exchange.getRequestURI().getQuery()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// First nothing, then the news, then nothing until the end.
    private ChangePage changes(String query) throws InterruptedException {
        if (query.contains("cursor=begin")) {
            pokes.add(2);
            return new ChangePage(List.of(), "caught-up", true, 0);
        }
        if (query.contains("cursor=caught-up")) {
            asked.add(query.replaceAll(".*wait=", ""));
            return new ChangePage(List.of(NEWS), "told", true, Change.share("booking", "a", 1));
        }
        end.await();
        return new ChangePage(List.of(), "told", true, Change.share("booking", "a", 1));
    }

    private void poke(HttpExchange exchange) throws IOException, InterruptedException {
        if (!poking) {
            send(exchange, 503, Problem.of(ProblemType.BUSY, "no pokes here"));
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        while (true) {
            String poke = "data:{\"scope\":\"" + SCOPE + "\",\"head\":" + pokes.take() + "}\n\n";
            exchange.getResponseBody().write(poke.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = ClientJson.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /// @return how long the question may take that brings the news
    private String follow() throws InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        // the snapshot, and the news
        CountDownLatch changed = new CountDownLatch(2);
        try (ServerApi api = new ServerApi(address);
                LocalStore store = LocalStore.open(folder);
                PokeListener listener =
                        new PokeListener(address, ServerTrust.byAuthority(address), () -> Optional.of("token"));
                ScopeFollower follower = new ScopeFollower(api, store, SCOPE, listener, news -> {
                    if (news == ScopeFollower.Follow.CHANGED) {
                        changed.countDown();
                    }
                })) {
            if (poking) {
                listener.start();
                Awaitility.await()
                        .until(() -> listener.await(SCOPE, 0, Duration.ZERO).isPresent());
            }
            follower.start();
            assertThat(changed.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(store.findCursor(SCOPE)).hasValue("told");
            return String.valueOf(asked.poll(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void asksAtOnceWhenItIsPoked() throws Exception {
        poking = true;
        assertThat(follow()).isEqualTo("0");
    }

    @Test
    void waitsAtTheServerWhereNoPokesCome() throws Exception {
        assertThat(follow()).isEqualTo("20");
    }
}
