package dev.keyrack.server.inventory;

import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Queues per stripe of resources, one writer each: what waits is decided in arrival order within one transaction and
/// committed once. Each request succeeds or fails alone.
public final class InventoryWriter implements AutoCloseable {

    private static final int STRIPES = 8;
    private static final int QUEUE_LENGTH = 2_000;
    private static final int BATCH = 64;
    private static final long DEADLINE_SECONDS = 10;

    private final Database database;
    private final List<BlockingQueue<Request<?>>> queues = new ArrayList<>();
    private final List<Thread> writers = new ArrayList<>();

    public InventoryWriter(Database database) {
        this.database = database;
        for (int i = 0; i < STRIPES; i++) {
            BlockingQueue<Request<?>> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH, true);
            queues.add(queue);
            writers.add(Thread.ofPlatform()
                    .name("inventory-writer-" + i)
                    .daemon(true)
                    .start(() -> drain(queue)));
        }
    }

    /// Runs work on a resource's inventory like [Database#write], together with its neighbours in the queue; returns
    /// when its outcome is durable.
    ///
    /// @throws ProblemException BUSY if the queue is full or the work was not begun in time; then nothing was
    ///     changed
    public <T> T submit(ResourceId resource, Work<T> work) {
        Request<T> request = new Request<>(work);
        if (!queues.get(Math.floorMod(resource.hashCode(), STRIPES)).offer(request)) {
            throw busy();
        }
        return request.await();
    }

    private static ProblemException busy() {
        return new ProblemException(ProblemType.BUSY, "Too many requests wait for this resource.");
    }

    private void drain(BlockingQueue<Request<?>> queue) {
        List<Request<?>> batch = new ArrayList<>(BATCH);
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                batch.removeIf(request -> !request.begin());
                if (!batch.isEmpty()) {
                    write(batch);
                }
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Request<?>> batch) {
        try {
            database.write(tx -> {
                batch.forEach(request -> request.run(tx));
                return batch.size();
            });
            batch.forEach(Request::release);
        } catch (RuntimeException e) {
            batch.forEach(request -> request.fail(e));
        }
    }

    /// Ends the writers; what was not begun is not done.
    @Override
    public void close() {
        writers.forEach(Thread::interrupt);
        for (Thread writer : writers) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Request<T> {

        private final Work<T> work;
        private final AtomicBoolean begun = new AtomicBoolean();
        private @Nullable T result;
        private @Nullable RuntimeException failure;
        private final FutureTask<Boolean> released = new FutureTask<>(() -> true);

        Request(Work<T> work) {
            this.work = work;
        }

        boolean begin() {
            return begun.compareAndSet(false, true);
        }

        void run(dev.keyrack.server.persistence.Transaction tx) {
            try {
                result = tx.attempt(() -> work.run(tx));
            } catch (RuntimeException e) {
                failure = e;
            }
        }

        void fail(RuntimeException reason) {
            failure = reason;
            release();
        }

        void release() {
            released.run();
        }

        T await() {
            try {
                try {
                    released.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    if (begin()) {
                        throw busy();
                    }
                    released.get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw busy();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
            if (failure != null) {
                throw failure;
            }
            T value = result;
            if (value == null) {
                throw new IllegalStateException("work must not answer null");
            }
            return value;
        }
    }
}
