package dev.keyrack.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many threads increment a few rows, with rollbacks among them, while the store writes: the load under which H2 loses
/// committed updates unless all writers stand in one line.
class H2LostUpdateIT {

    private static final int THREADS = 64;
    private static final int ROWS = 3;
    private static final int INCREMENTS = 150;
    private static final int ATTEMPTS = 200;
    private static final long SEED = 42;

    @TempDir
    Path folder;

    @Test
    void losesNoIncrementUnderTheWriteLock() throws Exception {
        try (Database database = Database.open(DatabaseUrl.inFolder(folder), Durability.DISK, List.of());
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

    /// The control: the same load through connections that do not stand in line, while the store is forced to disk as
    /// the gate does it. Without this loss the test above would prove nothing.
    @Test
    void seesIncrementsLostWithoutTheWriteLock() throws Exception {
        long lost = 0;
        for (int attempt = 0; attempt < ATTEMPTS && lost == 0; attempt++) {
            lost = lostWithoutTheWriteLock(attempt);
        }
        assertThat(lost).isPositive();
    }

    /// A new database each time: the loss comes early in a file's life.
    private long lostWithoutTheWriteLock(int attempt) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("control" + attempt) + ";LOCK_TIMEOUT=60000";
        try (Connection keeper = DriverManager.getConnection(url);
                Statement statement = keeper.createStatement();
                ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1)) {
            statement.execute("create table counter (id integer primary key, n bigint not null)");
            statement.execute("insert into counter values (0, 0), (1, 0), (2, 0)");
            AtomicLong committed = new AtomicLong();
            AtomicBoolean over = new AtomicBoolean();
            Future<?> syncer = threads.submit(() -> syncUntil(over, url));
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(SEED + (long) attempt * THREADS + thread);
                done.add(threads.submit(() -> incrementUnguarded(url, random, committed)));
            }
            for (Future<?> one : done) {
                one.get();
            }
            over.set(true);
            syncer.get();
            try (ResultSet sum = statement.executeQuery("select sum(n) from counter")) {
                sum.next();
                return committed.get() - sum.getLong(1);
            }
        }
    }

    private static Void syncUntil(AtomicBoolean over, String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            while (!over.get()) {
                statement.execute("checkpoint sync");
            }
        }
        return null;
    }

    private static Void incrementUnguarded(String url, Random random, AtomicLong committed) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement update = connection.prepareStatement("update counter set n = n + 1 where id = ?")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < INCREMENTS; i++) {
                update.setInt(1, random.nextInt(ROWS));
                update.executeUpdate();
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed.incrementAndGet();
                }
            }
        }
        return null;
    }
}
