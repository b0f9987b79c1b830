package dev.keyrack.server.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Opens when everything committed before is on the disk. One thread syncs for all that wait (group commit). A failed
/// sync is never retried and never answered as done: the gate stays shut from then on.
final class DurabilityGate implements AutoCloseable {

    private final LinkedBlockingQueue<CompletableFuture<Void>> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Dialect dialect;
    private final @Nullable Thread syncer;
    private volatile @Nullable Throwable failure;

    private DurabilityGate(@Nullable DataSource source, Dialect dialect) {
        this.dialect = dialect;
        syncer = source == null
                ? null
                : Thread.ofPlatform().name("durability-gate").daemon(true).start(() -> sync(source));
    }

    static DurabilityGate open(Durability durability, DataSource source, Dialect dialect) {
        return new DurabilityGate(durability == Durability.NONE ? null : source, dialect);
    }

    /// Done when what was committed before this call is durable; failed if nobody knows.
    CompletableFuture<Void> passage() {
        CompletableFuture<Void> passage = new CompletableFuture<>();
        if (syncer == null) {
            passage.complete(null);
            return passage;
        }
        waiting.add(passage);
        Throwable broken = failure;
        if (broken != null) {
            passage.completeExceptionally(broken);
        }
        return passage;
    }

    private void sync(DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(true);
            List<CompletableFuture<Void>> group = new ArrayList<>();
            while (!closed.isDone()) {
                group.add(waiting.take());
                waiting.drainTo(group);
                try {
                    dialect.sync(connection);
                } catch (SQLException e) {
                    group.forEach(passage -> passage.completeExceptionally(e));
                    throw e;
                }
                group.forEach(passage -> passage.complete(null));
                group.clear();
            }
            fail(new IllegalStateException("The database is closed"));
        } catch (InterruptedException | SQLException e) {
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
            // never by an interrupt: it would close the file under H2
            waiting.add(closed);
            try {
                syncer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
