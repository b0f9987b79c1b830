package dev.keyrack.server.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Lets a caller through when everything committed before it came is on the disk. One thread syncs for all that wait
/// (group commit). A failed sync is never retried and never answered as done: the gate stays shut from then on.
final class DurabilityGate implements AutoCloseable {

    private final LinkedBlockingQueue<CompletableFuture<Void>> waiting = new LinkedBlockingQueue<>();
    private final @Nullable Thread syncer;
    private volatile @Nullable Throwable failure;

    private DurabilityGate(@Nullable DataSource source) {
        syncer = source == null
                ? null
                : Thread.ofPlatform().name("durability-gate").daemon(true).start(() -> sync(source));
    }

    static DurabilityGate open(Durability durability, DataSource source) {
        return new DurabilityGate(durability == Durability.NONE ? null : source);
    }

    void await() {
        if (syncer == null) {
            return;
        }
        CompletableFuture<Void> passage = new CompletableFuture<>();
        waiting.add(passage);
        Throwable broken = failure;
        if (broken != null) {
            passage.completeExceptionally(broken);
        }
        try {
            passage.join();
        } catch (CompletionException e) {
            throw new DatabaseException("The disk refused a write; it is unknown what is durable", e);
        }
    }

    private void sync(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            List<CompletableFuture<Void>> group = new ArrayList<>();
            while (true) {
                group.add(waiting.take());
                waiting.drainTo(group);
                try {
                    statement.execute("CHECKPOINT SYNC");
                } catch (SQLException e) {
                    group.forEach(passage -> passage.completeExceptionally(e));
                    throw e;
                }
                group.forEach(passage -> passage.complete(null));
                group.clear();
            }
        } catch (InterruptedException e) {
            fail(new IllegalStateException("The database is closed", e));
        } catch (SQLException e) {
            fail(e);
        }
    }

    private void fail(Throwable reason) {
        failure = reason;
        List<CompletableFuture<Void>> rest = new ArrayList<>();
        waiting.drainTo(rest);
        rest.forEach(passage -> passage.completeExceptionally(reason));
    }

    @Override
    public void close() {
        if (syncer != null) {
            syncer.interrupt();
            try {
                syncer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
