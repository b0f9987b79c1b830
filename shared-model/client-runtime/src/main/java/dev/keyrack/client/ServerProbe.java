package dev.keyrack.client;

import dev.keyrack.client.api.ServerTrust;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks the server every few seconds; any HTTP answer counts as online.
final class ServerProbe {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpRequest request;
    private final ServerTrust trust;
    private final Consumer<Connection> found;
    private @Nullable Thread thread;

    ServerProbe(URI server, ServerTrust trust, Consumer<Connection> found) {
        this.trust = trust;
        this.request = HttpRequest.newBuilder(server).timeout(PATIENCE).build();
        this.found = found;
    }

    synchronized void start() {
        if (thread != null) {
            throw new IllegalStateException("already started");
        }
        thread = Thread.ofVirtual().name("server-probe").start(this::run);
    }

    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    private void run() {
        try (var http = HttpClient.newBuilder()
                .sslContext(trust.context())
                .connectTimeout(PATIENCE)
                .build()) {
            while (true) {
                found.accept(probe(http));
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Connection probe(HttpClient http) throws InterruptedException {
        try {
            http.send(request, BodyHandlers.discarding());
            return Connection.ONLINE;
        } catch (IOException e) {
            return ServerTrust.isRefusal(e) ? Connection.UNTRUSTED : Connection.OFFLINE;
        }
    }
}
