package dev.keyrack.server.bench;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Guests who book over HTTP as fast as they are answered: hold, then pay by token, which confirms.
public final class Guests {

    private static final int MOST_AT_ONCE = 1_000;
    private static final double NANOS_IN_SECOND = 1e9;

    private final Wire wire;
    private final LocalDate opening;

    /// @param opening the first day on which somebody may come
    public Guests(URI server, LocalDate opening) {
        wire = Wire.to(server);
        this.opening = opening;
    }

    /// Lets so many guests book until it is over.
    public Figures run(int guests, Shape shape, BooleanSupplier over) throws InterruptedException {
        Figures figures = new Figures();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, guests)
                    .<Future<?>>mapToObj(guest -> threads.submit(() -> {
                        while (!over.getAsBoolean()) {
                            book(shape, figures, System.nanoTime());
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a guest could not go on", e);
        }
        return figures.end();
    }

    /// Lets guests come at random moments, so many a second, whether or not those before have been answered. How long
    /// one took counts from the moment at which he was to come. Whoever finds too many before him goes away again.
    public Figures come(double perSecond, Shape shape, BooleanSupplier over) throws InterruptedException {
        Figures figures = new Figures();
        Semaphore room = new Semaphore(MOST_AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long moment = System.nanoTime();
            while (!over.getAsBoolean()) {
                moment += Math.round(
                        -Math.log(1 - ThreadLocalRandom.current().nextDouble()) / perSecond * NANOS_IN_SECOND);
                Thread.sleep(Duration.ofNanos(Math.max(0, moment - System.nanoTime())));
                long came = moment;
                if (room.tryAcquire()) {
                    var _ = threads.submit(() -> {
                        try {
                            book(shape, figures, came);
                        } catch (UncheckedIOException e) {
                            figures.refused("no answer");
                        } finally {
                            room.release();
                        }
                    });
                } else {
                    figures.refused("went away");
                }
            }
        }
        return figures.end();
    }

    private void book(Shape shape, Figures figures, long began) {
        LocalDate from = shape.nextArrival(opening);
        Map<String, Object> stay = new LinkedHashMap<>();
        stay.put("resourceId", shape.nextResource());
        stay.put("startDate", from.toString());
        stay.put("endDate", from.plusDays(Shape.NIGHTS).toString());
        stay.put("quantity", 1);
        Wire.Reply held = wire.post("api/v1/holds", stay);
        if (held.status() != 201) {
            figures.refused("hold " + held.status());
            return;
        }
        stay.put("holdId", held.body().path("holdId").asText());
        stay.put("userDetails", Map.of("firstName", "Ann", "lastName", "Guest"));
        stay.put("paymentMethod", "credit_card");
        stay.put("paymentDetails", Map.of("token", "tok_approve"));
        Wire.Reply booked = wire.post("api/v1/bookings", stay);
        if (booked.status() == 201) {
            figures.succeeded(System.nanoTime() - began);
        } else {
            figures.refused("booking " + booked.status());
        }
    }
}
