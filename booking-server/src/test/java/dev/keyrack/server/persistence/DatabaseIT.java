package dev.keyrack.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.server.rig.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What meets in one batch stands or falls alone.
class DatabaseIT {

    private static final int WRITES = 200;
    private static final int MOST_WAITING = 2_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder, Durability.DISK, List.of());
        database.write(tx -> tx.update("create table mark (id integer primary key)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// Holds the writer up, so that what comes meanwhile meets in one batch.
    private Future<Boolean> holdUp(ExecutorService threads, CountDownLatch gate) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<Boolean> first = threads.submit(() -> database.write(tx -> {
            begun.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return true;
        }));
        begun.await();
        return first;
    }

    private List<Integer> marks() {
        return database.read(tx -> tx.list("select id from mark order by id", row -> row.integer("id")));
    }

    @Test
    void failsNoNeighbourOfABadWrite() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = holdUp(threads, gate);
            List<Future<Integer>> writes = new ArrayList<>();
            for (int i = 0; i < WRITES; i++) {
                int mark = i % (WRITES / 2);
                writes.add(threads.submit(
                        () -> database.write(tx -> tx.update("insert into mark (id) values (?)", mark))));
            }
            gate.countDown();
            assertThat(first.get()).isTrue();
            int done = 0;
            for (Future<Integer> write : writes) {
                try {
                    done += write.get();
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(DatabaseException.class);
                }
            }
            assertThat(done).isEqualTo(WRITES / 2);
            assertThat(marks()).hasSize(WRITES / 2);
        }
    }

    @Test
    void writesNoRowIntoALogOfTheDatabasesOwn() throws IOException {
        assertThatThrownBy(() -> database.write(tx -> tx.update("insert into mark (id) values (?)", "Hohenstein")))
                .isInstanceOf(DatabaseException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().contains("trace"));
        }
    }

    @Test
    void keepsNothingOfAWriteThatThrows() {
        assertThatThrownBy(() -> database.write(tx -> {
                    tx.update("insert into mark (id) values (1)");
                    throw new IllegalArgumentException("on purpose");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        database.write(tx -> tx.update("insert into mark (id) values (2)"));
        assertThat(marks()).containsExactly(2);
    }

    @Test
    void writesWhatWasPutOffButNothingOfWhatFailed() throws Exception {
        Transaction.Deferred<Integer> inserts =
                (tx, items) -> items.forEach(mark -> tx.update("insert into mark (id) values (?)", mark));
        CountDownLatch gate = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = holdUp(threads, gate);
            List<Future<Boolean>> writes = new ArrayList<>();
            for (int i = 0; i < WRITES; i++) {
                int mark = i;
                writes.add(threads.submit(() -> database.write(tx -> {
                    tx.defer(inserts, mark);
                    tx.defer(inserts, mark + WRITES);
                    if (mark % 2 == 1) {
                        tx.update("insert into mark (id) values (?)", mark + 2 * WRITES);
                        throw new IllegalArgumentException("on purpose");
                    }
                    return true;
                })));
            }
            gate.countDown();
            assertThat(first.get()).isTrue();
            for (int i = 0; i < WRITES; i++) {
                Future<Boolean> write = writes.get(i);
                if (i % 2 == 0) {
                    assertThat(write.get()).isTrue();
                } else {
                    assertThatThrownBy(write::get).hasCauseInstanceOf(IllegalArgumentException.class);
                }
            }
        }
        assertThat(marks())
                .containsExactlyElementsOf(IntStream.range(0, 2 * WRITES)
                        .filter(mark -> mark % 2 == 0)
                        .boxed()
                        .toList());
    }

    @Test
    void writesWhatOthersPutOffOnlyWhereNothingCanUndoIt() throws Exception {
        Transaction.Deferred<Integer> inserts =
                (tx, items) -> items.forEach(mark -> tx.update("insert into mark (id) values (?)", mark));
        assertThatThrownBy(() -> database.write(tx -> {
                    tx.defer(inserts, 1);
                    tx.update("insert into mark (id) values (2)");
                    tx.writeDeferred();
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(marks()).isEmpty();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch gate = new CountDownLatch(1);
            Future<Boolean> first = holdUp(threads, gate);
            Future<Boolean> other = threads.submit(() -> database.write(tx -> {
                tx.defer(inserts, 1);
                return true;
            }));
            Future<List<Integer>> reader = threads.submit(() -> database.write(tx -> {
                tx.writeDeferred();
                return tx.list("select id from mark", row -> row.integer("id"));
            }));
            gate.countDown();
            assertThat(first.get()).isTrue();
            assertThat(other.get()).isTrue();
            assertThat(reader.get()).isIn(List.of(), List.of(1));
        }
        assertThat(marks()).containsExactly(1);
    }

    @Test
    void refusesWhatTheQueueCannotTake() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = holdUp(threads, gate);
            CompletionService<Integer> writes = new ExecutorCompletionService<>(threads);
            for (int i = 0; i <= MOST_WAITING; i++) {
                int mark = i;
                writes.submit(() -> database.write(tx -> tx.update("insert into mark (id) values (?)", mark)));
            }
            assertThatThrownBy(writes.take()::get).hasCauseInstanceOf(BusyException.class);
            gate.countDown();
            assertThat(first.get()).isTrue();
        }
        assertThat(marks()).hasSize(MOST_WAITING);
    }

    @Test
    void refusesAWriteWithinAWrite() {
        assertThatThrownBy(() -> database.write(tx -> database.write(again -> 1)))
                .isInstanceOf(IllegalStateException.class);
    }
}
