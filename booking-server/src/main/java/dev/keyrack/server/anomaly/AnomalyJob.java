package dev.keyrack.server.anomaly;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for anomalies every five seconds.
public final class AnomalyJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AnomalyJob.class);
    private static final int PAUSE_SECONDS = 5;

    private final AnomalyService anomalies;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    public AnomalyJob(AnomalyService anomalies) {
        this.anomalies = anomalies;
    }

    public void start() {
        thread = Thread.ofPlatform().name("anomaly").daemon(true).start(this::run);
    }

    private void run() {
        try {
            while (!stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                try {
                    anomalies.look();
                } catch (RuntimeException e) {
                    LOG.error("The audit record could not be looked through; trying again", e);
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
