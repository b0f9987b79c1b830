package dev.keyrack.server.inventory;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends holds within a second of their time.
public final class HoldExpiryJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HoldExpiryJob.class);
    private static final long PAUSE_MILLIS = 300;

    private final HoldService holds;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    public HoldExpiryJob(HoldService holds) {
        this.holds = holds;
    }

    public void start() {
        thread = Thread.ofPlatform().name("hold-expiry").daemon(true).start(this::run);
    }

    private void run() {
        try {
            while (!stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    holds.expire();
                } catch (RuntimeException e) {
                    LOG.error("Holds could not be ended; trying again", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        Thread running = thread;
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
