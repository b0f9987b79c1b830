package dev.keyrack.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many threads increment a few rows, with rollbacks among them, while the store writes: the load under which H2 loses
/// committed updates unless all writers stand in one line.
class H2LostUpdateIT {

    private static final int THREADS = 64;
    private static final int ROWS = 3;
    private static final int INCREMENTS = 150;
    private static final long SEED = 42;

    @TempDir
    Path folder;

    @Test
    void losesNoIncrementUnderTheWriteLock() throws Exception {
        try (Database database = Database.open(folder, Durability.DISK, List.of());
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            database.write(tx -> tx.update("create table counter (id integer primary key, n bigint not null)"));
            for (int row = 0; row < ROWS; row++) {
                int id = row;
                database.write(tx -> tx.update("insert into counter (id, n) values (?, 0)", id));
            }
            AtomicLong committed = new AtomicLong();
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(SEED + thread);
                done.add(threads.submit(() -> increment(database, random, committed)));
            }
            for (Future<?> one : done) {
                one.get();
            }
            long counted = database.read(tx -> tx.find(
                            "select sum(n) as total from counter",
                            row -> row.decimal("total").longValue())
                    .orElseThrow());
            assertThat(counted).as("seed %d", SEED).isEqualTo(committed.get());
        }
    }

    private static void increment(Database database, Random random, AtomicLong committed) {
        for (int i = 0; i < INCREMENTS; i++) {
            int row = random.nextInt(ROWS);
            boolean rollsBack = random.nextInt(5) == 0;
            try {
                database.write(tx -> {
                    tx.update("update counter set n = n + 1 where id = ?", row);
                    if (rollsBack) {
                        throw new IllegalStateException("rolled back on purpose");
                    }
                    return true;
                });
                committed.incrementAndGet();
            } catch (IllegalStateException e) {
                assertThat(rollsBack).isTrue();
            }
        }
    }
}
