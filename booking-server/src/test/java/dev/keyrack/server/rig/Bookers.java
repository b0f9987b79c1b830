package dev.keyrack.server.rig;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Clients who book [Sample#RESOURCE] one stay after the other, and remember what was acknowledged.
public final class Bookers implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> refusals = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(0);
    private volatile boolean over;

    /// Lets so many book at a server.
    public void begin(URI server, int clients) {
        over = false;
        for (int client = 0; client < clients; client++) {
            running.add(threads.submit(() -> book(new Api(server))));
        }
    }

    private Void book(Api api) throws IOException, InterruptedException {
        LocalDate night = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        String body = "{'resourceId': '" + Sample.RESOURCE + "', 'startDate': '" + night + "', 'endDate': '"
                + night.plusDays(2) + "', 'quantity': 1, 'userDetails': {'firstName': 'Ann', 'lastName': 'Lee'},"
                + " 'paymentMethod': 'credit_card', 'paymentDetails': {'token': 'tok_approve'}}";
        while (!over) {
            try {
                Api.Reply reply = api.post("/api/v1/bookings", body);
                if (reply.status() == 201) {
                    acknowledged.add(reply.text("bookingId"));
                    news.release();
                } else {
                    refusals.add(reply.status() + " " + reply.text("detail"));
                }
            } catch (IOException e) {
                if (!over) {
                    throw e;
                }
            }
        }
        return null;
    }

    /// Waits for so many more acknowledged bookings.
    ///
    /// @return whether they came within a minute
    public boolean await(int more) throws InterruptedException {
        return news.tryAcquire(more, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// From now on a connection may break, and nobody begins another booking.
    public void stop() {
        over = true;
    }

    /// Waits until all have stopped.
    ///
    /// @throws ExecutionException if one lost its connection before it was told to stop
    public void join() throws InterruptedException, ExecutionException {
        for (Future<?> client : running) {
            client.get();
        }
        running.clear();
    }

    /// The bookings that were acknowledged so far.
    public Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /// What else was answered.
    public Set<String> refusals() {
        return Set.copyOf(refusals);
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }
}
