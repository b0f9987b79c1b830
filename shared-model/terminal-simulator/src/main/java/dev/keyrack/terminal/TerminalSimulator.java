package dev.keyrack.terminal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keyrack.client.api.ClientJson;
import dev.keyrack.client.terminal.TerminalOutcome.Wire;
import dev.keyrack.client.terminal.TerminalPayment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The terminal on a loopback port, with a journal that survives a power cycle. It shows one payment at a time and
/// waits for a [Gesture].
public final class TerminalSimulator implements AutoCloseable {

    private static final Duration SLOWNESS = Duration.ofSeconds(3);
    private static final String TOKEN = "tok_approve";
    private static final String CARD = "Visa •••• 4242";
    private static final int PATH_ID = 2;

    private final Path journal;
    private final HttpServer http;
    private final Map<String, Wire> payments = new LinkedHashMap<>();
    private final BlockingQueue<Gesture> gestures = new LinkedBlockingQueue<>();
    private final BlockingQueue<TerminalPayment> shown = new LinkedBlockingQueue<>();
    private @Nullable TerminalPayment current;

    /// A line of the journal.
    private record Entry(String paymentId, Wire outcome) {}

    /// @param journal where it remembers what happened; made when it is needed
    /// @param port 0 for any free one
    public TerminalSimulator(Path journal, int port) throws IOException {
        this.journal = journal;
        if (Files.exists(journal)) {
            for (String line : Files.readAllLines(journal)) {
                Entry entry = ClientJson.read(line, Entry.class);
                payments.put(entry.paymentId(), entry.outcome());
            }
        }
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/payments", this::serve);
        http.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    /// Does this at the next payment, or at the one that is shown now.
    public void gesture(Gesture gesture) {
        gestures.add(gesture);
    }

    /// The next payment that is shown, once there is one.
    public TerminalPayment awaitPayment() throws InterruptedException {
        return shown.take();
    }

    /// Payments that were approved and not given back: the money that moved.
    public synchronized List<String> listApproved() {
        return payments.entrySet().stream()
                .filter(entry -> entry.getValue().state() == Wire.State.APPROVED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            String id = path.length > PATH_ID ? path[PATH_ID] : "";
            Wire answer = switch (exchange.getRequestMethod()) {
                case "GET" -> find(id);
                case "DELETE" -> abort(id);
                case "POST" -> id.isEmpty() ? pay(payment(exchange)) : reverse(id);
                default -> null;
            };
            if (answer != null) {
                byte[] body = ClientJson.write(answer).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static TerminalPayment payment(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return ClientJson.read(body, TerminalPayment.class);
    }

    /// Null if the line drops.
    private @Nullable Wire pay(TerminalPayment payment) throws InterruptedException {
        synchronized (this) {
            Wire before = payments.get(payment.paymentId());
            if (before != null) {
                return before;
            }
            if (current != null) {
                return wire(Wire.State.BUSY);
            }
            current = payment;
        }
        try {
            shown.add(payment);
            return carryOut(payment, gestures.take());
        } finally {
            synchronized (this) {
                current = null;
            }
        }
    }

    private @Nullable Wire carryOut(TerminalPayment payment, Gesture gesture) throws InterruptedException {
        return switch (gesture) {
            case APPROVE -> write(payment, approved());
            case SLOW -> {
                Thread.sleep(SLOWNESS);
                yield write(payment, approved());
            }
            case DROP -> {
                write(payment, approved());
                yield null;
            }
            case DROP_BEFORE -> null;
            case DECLINE -> write(payment, new Wire(Wire.State.DECLINED, null, "insufficient_funds"));
            case CANCEL -> write(payment, wire(Wire.State.CANCELLED));
            case BUSY -> wire(Wire.State.BUSY);
        };
    }

    private static Wire approved() {
        return new Wire(Wire.State.APPROVED, TOKEN, CARD);
    }

    private static Wire wire(Wire.State state) {
        return new Wire(state, null, null);
    }

    private synchronized Wire find(String id) {
        TerminalPayment present = current;
        boolean running = present != null && present.paymentId().equals(id);
        return running ? wire(Wire.State.RUNNING) : payments.getOrDefault(id, wire(Wire.State.UNSEEN));
    }

    /// What was never seen is refused from now on, should it still arrive.
    private synchronized Wire abort(String id) {
        Wire found = find(id);
        if (found.state() == Wire.State.RUNNING) {
            gesture(Gesture.CANCEL);
        }
        return found.state() == Wire.State.UNSEEN ? write(id, wire(Wire.State.CANCELLED)) : found;
    }

    private synchronized Wire reverse(String id) {
        Wire found = find(id);
        return found.state() == Wire.State.APPROVED ? write(id, wire(Wire.State.REVERSED)) : found;
    }

    private Wire write(TerminalPayment payment, Wire outcome) {
        return write(payment.paymentId(), outcome);
    }

    private synchronized Wire write(String paymentId, Wire outcome) {
        payments.put(paymentId, outcome);
        try {
            Files.writeString(
                    journal,
                    ClientJson.write(new Entry(paymentId, outcome)) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outcome;
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
