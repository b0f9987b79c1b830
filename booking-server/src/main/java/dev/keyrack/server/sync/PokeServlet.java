package dev.keyrack.server.sync;

import dev.keyrack.server.http.Caller;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/// Server-sent events that say which scopes have moved, without what moved. Each reader has a short queue of its own;
/// one
/// that does not read is dropped.
public final class PokeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int QUEUE_LENGTH = 64;
    private static final long HEARTBEAT_SECONDS = 10;
    private static final String BEARER = "Bearer ";

    private final transient FeedHeads heads;
    private final transient Function<String, Optional<Caller>> tokens;
    private volatile boolean stopping;

    public PokeServlet(FeedHeads heads, Function<String, Optional<Caller>> tokens) {
        this.heads = heads;
        this.tokens = tokens;
    }

    private Optional<Caller> callerOf(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return Optional.ofNullable(header)
                .filter(text -> text.startsWith(BEARER))
                .flatMap(text -> tokens.apply(text.substring(BEARER.length())));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Caller> caller = callerOf(request);
        if (caller.isEmpty() || !Scopes.mayRead(caller.get(), ChangeFeed.CATALOG)) {
            response.setStatus(caller.isEmpty() ? 401 : 403);
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        BlockingQueue<Map<String, Long>> news = new ArrayBlockingQueue<>(QUEUE_LENGTH);
        Consumer<Map<String, Long>> listener = moved -> {
            if (!news.offer(moved)) {
                news.clear();
                news.add(moved);
            }
        };
        heads.listen(listener);
        try {
            write(request, response, caller.get(), news);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            heads.forget(listener);
        }
    }

    /// Goes on until the reader leaves, its token ends, or the server stops.
    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            BlockingQueue<Map<String, Long>> news)
            throws IOException, InterruptedException {
        OutputStream out = response.getOutputStream();
        out.write(": welcome\n\n".getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        long beats = 0;
        while (!stopping && callerOf(request).isPresent()) {
            Map<String, Long> moved = news.poll(1, TimeUnit.SECONDS);
            if (moved != null) {
                out.write(toEvents(caller, moved).getBytes(StandardCharsets.UTF_8));
                response.flushBuffer();
            } else if (++beats % HEARTBEAT_SECONDS == 0) {
                out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
                response.flushBuffer();
            }
        }
    }

    private static String toEvents(Caller caller, Map<String, Long> moved) {
        StringBuilder events = new StringBuilder();
        moved.forEach((scope, head) -> {
            if (Scopes.mayRead(caller, scope)) {
                events.append("event: poke\ndata: {\"scope\":\"")
                        .append(scope)
                        .append("\",\"head\":")
                        .append(head)
                        .append("}\n\n");
            }
        });
        return events.toString();
    }

    @Override
    public void destroy() {
        stopping = true;
    }
}
