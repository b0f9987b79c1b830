package dev.keyrack.server.gate;

import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.persistence.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// Ends connections whose request does not get on: Jetty's own time limit begins anew with each octet, so that whoever
/// sends one now and then would keep a connection for ever. A head must be complete within the patience, and so must
/// the first one with all that comes before it (the handshake of TLS). While the server stops, there is no patience
/// with
/// connections on which nobody asks.
public final class SlowHeads extends AbstractLifeCycle {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ServerConnector connector;
    private final Duration patience;

    /// Since when a connection has been waited for, as of the last look.
    private final Map<Connection, Long> begun = new HashMap<>();

    private Scheduler.@Nullable Task next;

    public SlowHeads(ServerConnector connector, Duration patience) {
        this.connector = connector;
        this.patience = patience;
    }

    @Override
    protected void doStart() {
        schedule();
    }

    private synchronized void schedule() {
        next = connector.getScheduler().schedule(this::look, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected synchronized void doStop() {
        if (next != null) {
            next.cancel();
        }
    }

    private void look() {
        Map<Connection, Long> before = Map.copyOf(begun);
        begun.clear();
        for (EndPoint endPoint : connector.getConnectedEndPoints()) {
            look(endPoint, before);
        }
        if (isRunning() || isStarting()) {
            schedule();
        }
    }

    private void look(EndPoint endPoint, Map<Connection, Long> before) {
        Connection connection = endPoint.getConnection();
        boolean secure = connection instanceof SslConnection;
        if (connection instanceof SslConnection secured) {
            connection = secured.getSslEndPoint().getConnection();
        }
        if (!(connection instanceof HttpConnection http)) {
            return;
        }
        HttpParser parser = http.getParser();
        boolean silent = parser.isStart();
        if (silent && connector.isShutdown()) {
            endPoint.close();
            return;
        }
        if (silent ? http.getMessagesIn() > 0 : !parser.inHeaderState()) {
            return;
        }
        long now = System.nanoTime();
        Long seen = before.get(http);
        long since = !silent ? parser.getBeginNanoTime() : seen == null ? now : seen;
        begun.put(http, since);
        // seen twice: the parser is at work on another thread
        if (seen != null && seen == since && now - since > patience.toNanos()) {
            if (silent) {
                endPoint.close();
            } else {
                refuse(http.getEndPoint(), secure);
            }
        }
    }

    private static void refuse(EndPoint endPoint, boolean secure) {
        Problem problem = Problem.of(ProblemType.TOO_SLOW, "The head of the request did not come to its end.");
        byte[] body = Json.write(problem).getBytes(StandardCharsets.UTF_8);
        HttpFields.Mutable fields = HttpFields.build()
                .put(HttpHeader.CONTENT_TYPE, "application/problem+json")
                .put(HttpHeader.CONTENT_LENGTH, body.length)
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put(HttpHeader.CONNECTION, "close");
        SecurityHeaders.addTo(fields, secure);
        String head = "HTTP/1.1 408 Request Timeout\r\n" + fields;
        endPoint.write(
                Callback.from(endPoint::close),
                ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)),
                ByteBuffer.wrap(body));
    }
}
