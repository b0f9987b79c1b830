package dev.keyrack.server.sync;

import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.persistence.Json;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Server-sent events that say which scopes have moved and how far, without what moved. Each event is written
/// once, into one buffer for all its readers, and no reader costs a thread; see [PokeReader].
public final class PokeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PokeServlet.class);
    private static final int MOST_READERS = 10_000;
    private static final int READERS_IN_A_MILLI = 5;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final long CHECK_SECONDS = 2;
    private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(StandardCharsets.UTF_8);
    private static final String BEARER = "Bearer ";

    private final transient FeedHeads heads;
    private final transient Function<String, Optional<Caller>> tokens;
    private final transient Predicate<Caller> alive;
    private final transient Set<PokeReader> readers = ConcurrentHashMap.newKeySet();
    private final transient Map<String, Long> untold = new HashMap<>();
    private final transient Consumer<Map<String, Long>> listener = this::tell;
    private final transient ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("poke-heartbeat").daemon(true).factory());

    /// @param tokens who stands behind a bearer token
    /// @param alive whether its token is still good
    public PokeServlet(FeedHeads heads, Function<String, Optional<Caller>> tokens, Predicate<Caller> alive) {
        this.heads = heads;
        this.tokens = tokens;
        this.alive = alive;
    }

    @Override
    public void init() {
        var _ = heart.scheduleAtFixedRate(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        var _ = heart.scheduleAtFixedRate(this::dropEnded, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("GET")) {
            doGet(request, response);
        } else {
            response.setHeader("Allow", "GET");
            refuse(response, ProblemType.METHOD_NOT_ALLOWED, "This address does not offer this method.");
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = tokenOf(request);
        Caller caller = token == null ? null : tokens.apply(token).orElse(null);
        if (caller == null) {
            refuse(response, ProblemType.UNAUTHENTICATED, "Send a valid bearer token.");
        } else if (!caller.may(Action.READ_FEED)) {
            refuse(response, ProblemType.FORBIDDEN, "This account may not read the feed.");
        } else if (readers.size() >= MOST_READERS || heads.isStopped()) {
            refuse(response, ProblemType.BUSY, "No more readers now.");
        } else {
            admit(request, response, caller);
        }
    }

    private static @Nullable String tokenOf(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }

    private static void refuse(HttpServletResponse response, ProblemType type, String detail) throws IOException {
        response.setStatus(type.status());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        if (type == ProblemType.UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (type == ProblemType.BUSY) {
            response.setHeader("Retry-After", "1");
        }
        response.getWriter().write(Json.write(Problem.of(type, detail)));
    }

    /// A new reader is first told how far all its scopes are, so that nothing falls between its last reading
    /// and its coming.
    private void admit(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        PokeReader reader = new PokeReader(caller, context, this::forget);
        synchronized (readers) {
            if (readers.isEmpty()) {
                heads.listen(listener);
            }
            readers.add(reader);
        }
        reader.start();
        reader.send(": welcome\n\n".getBytes(StandardCharsets.UTF_8));
        heads.read().forEach((scope, head) -> reader.send(scope, event(scope, head)));
        if (heads.isStopped()) {
            reader.drop();
        }
    }

    private void forget(PokeReader reader) {
        synchronized (readers) {
            readers.remove(reader);
            if (readers.isEmpty()) {
                heads.forget(listener);
            }
        }
    }

    private void tell(Map<String, Long> moved) {
        if (moved.isEmpty()) {
            readers.forEach(PokeReader::drop);
        }
        synchronized (untold) {
            if (untold.isEmpty() && !moved.isEmpty()) {
                var _ = heart.schedule(this::tellAll, readers.size() / READERS_IN_A_MILLI, TimeUnit.MILLISECONDS);
            }
            untold.putAll(moved);
        }
    }

    /// The more readers there are, the more changes go into one poke: to tell them must not take the time of those who
    /// book.
    private void tellAll() {
        Map<String, Long> moved;
        synchronized (untold) {
            moved = Map.copyOf(untold);
            untold.clear();
        }
        moved.forEach((scope, head) -> {
            byte[] event = event(scope, head);
            readers.forEach(reader -> reader.send(scope, event));
        });
    }

    private static byte[] event(String scope, long head) {
        return ("event: poke\ndata: " + Json.write(new Poke(scope, head)) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private record Poke(String scope, long head) {}

    private void beat() {
        try {
            readers.forEach(reader -> reader.send(HEARTBEAT));
        } catch (RuntimeException e) {
            LOG.error("Readers could not be kept awake; trying again", e);
        }
    }

    /// Ends the streams of those whose token is over or whose session was ended; while nobody can tell, of all.
    private void dropEnded() {
        for (PokeReader reader : readers) {
            if (!isAlive(reader)) {
                reader.drop();
            }
        }
    }

    private boolean isAlive(PokeReader reader) {
        try {
            return alive.test(reader.caller());
        } catch (RuntimeException e) {
            LOG.error("It cannot be told whether a reader may go on", e);
            return false;
        }
    }

    @Override
    public void destroy() {
        heart.shutdownNow();
        readers.forEach(PokeReader::drop);
    }
}
