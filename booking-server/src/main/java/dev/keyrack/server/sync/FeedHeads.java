package dev.keyrack.server.sync;

import dev.keyrack.server.persistence.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches how far the feed has come and tells those who wait. One thread reads the heads, and only while
/// somebody waits.
///
/// Close it before the HTTP server: it sends away all who wait, so that they do not hold up the end.
public final class FeedHeads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedHeads.class);
    private static final long PAUSE_MILLIS = 100;

    private final Database database;
    private final List<Consumer<Map<String, Long>>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread watcher;

    public FeedHeads(Database database) {
        this.database = database;
        watcher = Thread.ofPlatform().name("feed-heads").daemon(true).start(this::run);
    }

    /// Tells of every scope that moves, from now on, in batches; an empty batch says that the server stops. The
    /// listener must not block.
    void listen(Consumer<Map<String, Long>> listener) {
        listeners.add(listener);
        if (isStopped()) {
            listener.accept(Map.of());
        }
    }

    void forget(Consumer<Map<String, Long>> listener) {
        listeners.remove(listener);
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /// All scopes and how far each has come.
    Map<String, Long> read() {
        Map<String, Long> heads = new HashMap<>();
        database.read(tx ->
                tx.list("select scope, head from feed_scope", row -> heads.put(row.text("scope"), row.number("head"))));
        return heads;
    }

    private void run() {
        Map<String, Long> known = new HashMap<>();
        try {
            while (!stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (listeners.isEmpty()) {
                    known.clear();
                    continue;
                }
                try {
                    tell(known);
                } catch (RuntimeException e) {
                    LOG.error("The feed's heads could not be read; trying again", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Map<String, Long> known) {
        Map<String, Long> moved = new HashMap<>();
        read().forEach((scope, head) -> {
            if (!head.equals(known.put(scope, head))) {
                moved.put(scope, head);
            }
        });
        if (!moved.isEmpty()) {
            tellAll(Map.copyOf(moved));
        }
    }

    private void tellAll(Map<String, Long> moved) {
        for (Consumer<Map<String, Long>> listener : listeners) {
            try {
                listener.accept(moved);
            } catch (RuntimeException e) {
                LOG.error("One who waits for news could not be told", e);
            }
        }
    }

    @Override
    public void close() {
        if (isStopped()) {
            return;
        }
        stopped.countDown();
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tellAll(Map.of());
    }
}
