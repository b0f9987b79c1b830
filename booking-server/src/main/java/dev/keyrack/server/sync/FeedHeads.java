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

/// Watches how far the feed has come and tells those who wait. One thread reads the heads, and only while somebody
/// waits.
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

    /// Tells of every scope that moves, from now on, in batches; the listener must not block.
    void listen(Consumer<Map<String, Long>> listener) {
        listeners.add(listener);
    }

    void forget(Consumer<Map<String, Long>> listener) {
        listeners.remove(listener);
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
        for (Map.Entry<String, Long> scope : read().entrySet()) {
            if (!scope.getValue().equals(known.put(scope.getKey(), scope.getValue()))) {
                moved.put(scope.getKey(), scope.getValue());
            }
        }
        if (!moved.isEmpty()) {
            listeners.forEach(listener -> listener.accept(moved));
        }
    }

    private Map<String, Long> read() {
        Map<String, Long> heads = new HashMap<>();
        database.read(tx ->
                tx.list("select scope, head from feed_scope", row -> heads.put(row.text("scope"), row.number("head"))));
        return heads;
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
