package dev.keyrack.server.bench;

import dev.keyrack.contract.problem.ProblemType;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/// More people than there are tickets, all at once: each holds one and pays for it by token, or is told that it is sold
/// out. Whoever is told that the server is busy asks again a second later, as the server says.
public final class Storm {

    private static final int MOST_ATTEMPTS = 600;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Wire wire;
    private final Map<String, Object> ticket;
    private final Figures sold = new Figures();
    private final Figures soldOut = new Figures();
    private final LongAdder busy = new LongAdder();
    private final Figures unanswered = new Figures();

    /// @param start the performance's start, as on the wire
    /// @param end its end
    public Storm(URI server, String resource, String start, String end) {
        wire = Wire.to(server);
        ticket = Map.of("resourceId", resource, "startDate", start, "endDate", end, "quantity", 1);
    }

    /// Lets so many people come.
    ///
    /// @param connections how many of them are connected at a time; the others stand in line
    public void run(int people, int connections) throws InterruptedException {
        Semaphore line = new Semaphore(connections, true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, people)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> {
                        buy(line);
                        return true;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("somebody could not go on", e);
        }
        sold.end();
        soldOut.end();
    }

    private void buy(Semaphore line) throws InterruptedException {
        line.acquire();
        try {
            long began = System.nanoTime();
            Wire.Reply held = patiently("api/v1/holds", ticket);
            if (held.problem().equals(ProblemType.SOLD_OUT.toUri())) {
                soldOut.succeeded(System.nanoTime() - began);
                return;
            }
            Map<String, Object> booking = new HashMap<>(ticket);
            booking.put("holdId", held.body().path("holdId").asText());
            booking.put("userDetails", Map.of("firstName", "Ann", "lastName", "Guest"));
            booking.put("paymentMethod", "credit_card");
            booking.put("paymentDetails", Map.of("token", "tok_approve"));
            Wire.Reply booked = held.status() == 201 ? patiently("api/v1/bookings", booking) : held;
            if (booked.status() == 201) {
                sold.succeeded(System.nanoTime() - began);
            } else {
                unanswered.refused(booked.status() + " " + booked.problem());
            }
        } finally {
            line.release();
        }
    }

    /// Being busy changes nothing, so that the same can be asked again.
    private Wire.Reply patiently(String path, Object body) throws InterruptedException {
        Wire.Reply reply = wire.post(path, body);
        for (int attempt = 1; reply.status() == ProblemType.BUSY.status() && attempt < MOST_ATTEMPTS; attempt++) {
            busy.increment();
            Thread.sleep(RETRY_AFTER);
            reply = wire.post(path, body);
        }
        return reply;
    }

    /// Those who have a ticket.
    public Figures sold() {
        return sold;
    }

    /// Those who were told that there is none.
    public Figures soldOut() {
        return soldOut;
    }

    /// How often somebody was asked to come again.
    public long busy() {
        return busy.sum();
    }

    /// Those who were told anything else, by what it was.
    public Map<String, Long> unanswered() {
        return unanswered.refusals();
    }
}
