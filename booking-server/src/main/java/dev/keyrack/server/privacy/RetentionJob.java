package dev.keyrack.server.privacy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks every minute whether the day's work of letting go is done.
public final class RetentionJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private final RetentionService retention;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    public RetentionJob(RetentionService retention) {
        this.retention = retention;
    }

    public void start() {
        thread = Thread.ofPlatform().name("retention").daemon(true).start(this::run);
    }

    private void run() {
        try {
            while (!stopped.await(1, TimeUnit.MINUTES)) {
                try {
                    retention.run(() -> stopped.getCount() == 0);
                } catch (RuntimeException e) {
                    LOG.error("What is too old could not be let go of; trying again", e);
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
