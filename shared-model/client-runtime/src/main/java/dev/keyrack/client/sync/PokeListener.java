package dev.keyrack.client.sync;

import dev.keyrack.client.api.ClientJson;
import dev.keyrack.client.api.ServerTrust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Listens to the server's pokes: events that say which scope has moved, and carry nothing else (server-sent events,
/// WHATWG HTML). Where they do not come, followers poll as if there were none.
public final class PokeListener implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final String DATA = "data:";

    private final URI address;
    private final Supplier<Optional<String>> token;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<String, Long> heads = new HashMap<>();
    private final HttpClient http;
    private boolean listening;
    private volatile boolean closed;

    /// @param token of who listens, whenever one is needed
    public PokeListener(URI server, ServerTrust trust, Supplier<Optional<String>> token) {
        this.http = HttpClient.newBuilder()
                .sslContext(trust.context())
                .connectTimeout(PAUSE)
                .build();
        this.address = server.resolve("/api/v1/sync/poke");
        this.token = token;
    }

    private record Poke(String scope, long head) {}

    /// Listens on a thread of its own until closed.
    public void start() {
        Thread.ofVirtual().name("pokes").start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                Optional<String> present = token.get();
                if (present.isPresent()) {
                    listen(present.get());
                }
                lock.lockInterruptibly();
                try {
                    boolean _ = moved.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                } finally {
                    lock.unlock();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(String bearer) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + bearer)
                .header("Accept", "text/event-stream")
                .build();
        try {
            HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                if (response.statusCode() == 200) {
                    set(true);
                    lines.filter(line -> line.startsWith(DATA))
                            .map(line -> ClientJson.read(line.substring(DATA.length()), Poke.class))
                            .forEach(this::heard);
                }
            }
        } catch (IOException | UncheckedIOException _) {
            // the line is gone, or never came: followers poll until it is back, which the next lines tell them
        } finally {
            set(false);
        }
    }

    private void set(boolean now) {
        lock.lock();
        try {
            listening = now;
            heads.clear();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void heard(Poke poke) {
        lock.lock();
        try {
            heads.merge(poke.scope(), poke.head(), Math::max);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until a scope is ahead of what the caller was told before.
    ///
    /// @param told how far the scope was when this answered last, or 0
    /// @return how far it is now; empty if nobody would tell, so that the caller has to ask the server itself
    Optional<Long> await(String scope, long told, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (listening && heads.getOrDefault(scope, 0L) <= told && left > 0) {
                left = moved.awaitNanos(left);
            }
            return listening ? Optional.of(heads.getOrDefault(scope, 0L)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
        set(false);
    }
}
