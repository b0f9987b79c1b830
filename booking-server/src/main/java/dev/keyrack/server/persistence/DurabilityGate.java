package dev.keyrack.server.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens when everything committed before is on the disk. One thread syncs for all that wait (group commit). A failed
/// sync is never retried and never answered as done. With a file that is the end: the gate stays shut. A database
/// server comes back, maybe without what it had not synced, so the gate opens again, but only for what is committed
/// from then on.
final class DurabilityGate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DurabilityGate.class);

    private static final long PAUSE_MILLIS = 500;
    /// A sync that takes longer hangs: what would have to wait for it is told so at once.
    private static final long LONGEST_SYNC_NANOS = 20_000_000_000L;

    private final LinkedBlockingQueue<Passage> waiting = new LinkedBlockingQueue<>();
    private final Passage last = new Passage(new Opening());
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Dialect dialect;
    private final @Nullable Thread syncer;
    private volatile @Nullable Opening opening = new Opening();
    private volatile @Nullable Long syncingSince;

    private DurabilityGate(@Nullable DataSource source, Dialect dialect) {
        this.dialect = dialect;
        syncer = source == null
                ? null
                : Thread.ofPlatform().name("durability-gate").daemon(true).start(() -> run(source));
    }

    /// @throws DatabaseException if the disk refuses to begin with
    static DurabilityGate open(Durability durability, DataSource source, Dialect dialect) {
        if (durability == Durability.NONE) {
            return new DurabilityGate(null, dialect);
        }
        DurabilityGate gate = new DurabilityGate(source, dialect);
        try {
            gate.ready.join();
        } catch (CompletionException e) {
            throw new DatabaseException("The disk refuses to be waited for", e.getCause());
        }
        return gate;
    }

    /// The time between two failures.
    static final class Opening {}

    /// One that waits.
    private record Passage(Opening since, CompletableFuture<Void> done) {

        Passage(Opening since) {
            this(since, new CompletableFuture<>());
        }

        void open(Opening now) {
            if (since == now) {
                done.complete(null);
            } else {
                fail(new IllegalStateException("The database failed since then"));
            }
        }

        void fail(Throwable reason) {
            done.completeExceptionally(reason);
        }
    }

    /// What is committed from now on may pass with this.
    ///
    /// @throws BusyException if nothing may be committed now, for instance because the disk hangs
    Opening opening() {
        Opening now = opening;
        Long since = syncingSince;
        boolean behind = since != null && System.nanoTime() - since > LONGEST_SYNC_NANOS;
        if (now == null || behind) {
            throw new BusyException();
        }
        return now;
    }

    /// Done when what was committed since that opening, and before this call, is durable; failed if nobody knows.
    CompletableFuture<Void> passage(Opening since) {
        Passage passage = new Passage(since);
        if (syncer == null) {
            passage.open(since);
            return passage.done();
        }
        waiting.add(passage);
        if (opening != since) {
            passage.fail(new IllegalStateException("The database failed since then"));
        }
        return passage.done();
    }

    private void run(DataSource source) {
        boolean more = true;
        while (more) {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(true);
                dialect.sync(connection);
                Opening now = new Opening();
                opening = now;
                ready.complete(true);
                sync(connection, now);
                more = false;
            } catch (SQLException e) {
                LOG.error("What was written last may not be on the disk", e);
                refuse(e);
                more = !ready.completeExceptionally(e) && dialect.comesBack() && !isClosedSoon();
            } catch (InterruptedException e) {
                more = false;
            }
        }
        refuse(new IllegalStateException("The database is closed"));
    }

    private boolean isClosedSoon() {
        try {
            return closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /// Until it is closed.
    private void sync(Connection connection, Opening now) throws SQLException, InterruptedException {
        List<Passage> group = new ArrayList<>();
        while (!group.contains(last)) {
            group.clear();
            group.add(waiting.take());
            waiting.drainTo(group);
            try {
                syncingSince = System.nanoTime();
                dialect.sync(connection);
                syncingSince = null;
            } catch (SQLException e) {
                syncingSince = null;
                group.forEach(passage -> passage.fail(e));
                throw e;
            }
            group.forEach(passage -> passage.open(now));
        }
    }

    private void refuse(Throwable reason) {
        opening = null;
        List<Passage> rest = new ArrayList<>();
        waiting.drainTo(rest);
        rest.forEach(passage -> passage.fail(reason));
    }

    @Override
    public void close() {
        if (syncer != null) {
            // never by an interrupt: it would close the file under H2
            closing.countDown();
            waiting.add(last);
            try {
                syncer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
