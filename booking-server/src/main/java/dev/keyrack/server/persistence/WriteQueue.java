package dev.keyrack.server.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All writes in the order in which they came, and the one thread that takes what waits and hands it on as a batch.
final class WriteQueue implements AutoCloseable {

    private static final int LENGTH = 2_000;
    private static final int BATCH = 256;
    private static final long DEADLINE_SECONDS = 10;
    private static final long IDLE_SECONDS = 1;
    private static final int BATCHES_WITHOUT_REST = 100;

    private final BlockingQueue<Request<?>> waiting = new ArrayBlockingQueue<>(LENGTH, true);
    private final Request<Boolean> closing = new Request<>(tx -> true, null);
    private final Thread writer;
    private volatile boolean closed;

    /// @param batches does what waited, in one go
    /// @param rest is run between two batches: every second in which nothing comes, and every hundred batches
    WriteQueue(Consumer<List<Request<?>>> batches, Runnable rest) {
        writer = Thread.ofPlatform().name("writer").daemon(true).start(() -> drain(batches, rest));
    }

    /// A row that a piece of work will look at.
    record Wanted<K, V>(Table<K, V> table, K key) {}

    /// @throws BusyException if it could not be begun in time; then nothing was changed
    <T> T submit(Work<T> work, @Nullable Wanted<?, ?> wanted) {
        if (Thread.currentThread() == writer) {
            throw new IllegalStateException("a write within a write would wait for itself");
        }
        Request<T> request = new Request<>(work, wanted);
        if (closed || !waiting.offer(request)) {
            throw new BusyException();
        }
        return request.await();
    }

    private void drain(Consumer<List<Request<?>>> batches, Runnable rest) {
        List<Request<?>> batch = new ArrayList<>(BATCH);
        int sinceRest = 0;
        try {
            do {
                batch.clear();
                Request<?> first = waiting.poll(IDLE_SECONDS, TimeUnit.SECONDS);
                if (first == null || ++sinceRest == BATCHES_WITHOUT_REST) {
                    rest.run();
                    sinceRest = 0;
                }
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, BATCH - 1);
                }
                batch.removeIf(request -> !request.begin());
                if (!batch.isEmpty()) {
                    batches.accept(List.copyOf(batch));
                }
            } while (!batch.contains(closing));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            waiting.forEach(request -> request.fail(new BusyException()));
        }
    }

    /// Ends the writer; what was not begun is not done.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        try {
            waiting.put(closing);
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A piece of work, and what became of it.
    static final class Request<T> {

        private final Work<T> work;
        private final @Nullable Wanted<?, ?> wanted;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Throwable refusal;

        Request(Work<T> work, @Nullable Wanted<?, ?> wanted) {
            this.work = work;
            this.wanted = wanted;
        }

        @Nullable
        Wanted<?, ?> wanted() {
            return wanted;
        }

        private boolean begin() {
            return begun.compareAndSet(false, true);
        }

        /// Does the work within a transaction; if it throws, what it wrote is undone and the transaction goes on.
        void run(Transaction tx) {
            result = null;
            refusal = null;
            try {
                result = tx.attempt(() -> work.run(tx));
            } catch (DatabaseException e) {
                throw e;
            } catch (RuntimeException | Error e) {
                refusal = e;
            }
        }

        /// Tells the one who waits.
        void release() {
            if (refusal != null) {
                answer.completeExceptionally(refusal);
            } else {
                answer.complete(result);
            }
        }

        void fail(Throwable reason) {
            answer.completeExceptionally(reason);
        }

        private T await() {
            try {
                try {
                    return answer.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    if (begin()) {
                        throw new BusyException();
                    }
                    return answer.get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DatabaseException("It is unknown what became of a write: the wait was interrupted", e);
            } catch (ExecutionException e) {
                throw thrown(e.getCause());
            }
        }

        private static RuntimeException thrown(@Nullable Throwable cause) {
            if (cause instanceof Error error) {
                throw error;
            }
            return cause instanceof RuntimeException failure
                    ? failure
                    : new DatabaseException("The disk refused a write; it is unknown what is durable", cause);
        }
    }
}
