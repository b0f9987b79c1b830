package dev.keyrack.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.server.rig.CutDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// What is acknowledged on H2 is there after the power was cut, or after the disk failed, and nothing is there by half.
///
/// `-Dkeyrack.cuts=N` cuts more often, `-Dkeyrack.seed=N` as it was cut before.
@DisabledIfSystemProperty(named = "test.database", matches = "postgresql") // whose files are its own
class PowerCutIT {

    private static final int CUTS = Integer.getInteger("keyrack.cuts", 200);
    private static final int CUTS_OF_A_FILE = 500;
    private static final int WRITERS = 6;
    private static final int MOST_AT_ONCE = 30;
    /// At once instead of after 45 seconds: the file is written over as it is after hours of work.
    private static final String ROOM_USED_AGAIN = ";RETENTION_TIME=20";

    private final long seed = Long.getLong("keyrack.seed", System.nanoTime());
    private final Set<Integer> acknowledged = new ConcurrentSkipListSet<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Semaphore turns = new Semaphore(0);
    private final Semaphore news = new Semaphore(0);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Database open(Durability durability) throws IOException {
        Files.createDirectories(imageFolder());
        String url = CutDisk.url(DatabaseUrl.inFolder(folder)) + ROOM_USED_AGAIN;
        Database database = Database.open(url, durability, List.of());
        database.write(tx -> tx.update("create table mark (id integer primary key, text varchar(2000) not null)"));
        database.write(tx -> tx.update("create table total (marks integer not null)"));
        database.write(tx -> tx.update("insert into total (marks) values (0)"));
        return database;
    }

    private Path file() {
        return folder.toAbsolutePath().resolve("keyrack.mv.db");
    }

    private Path imageFolder() {
        return folder.resolve("image");
    }

    private Path image() {
        return imageFolder().resolve("keyrack.mv.db");
    }

    /// Writes when it is let, until the database gives no more answers.
    private void write(Database database) {
        try {
            while (true) {
                turns.acquire();
                int id = next.incrementAndGet();
                database.write(tx -> tx.update("insert into mark (id, text) values (?, ?)", id, "x".repeat(id % 300))
                        + tx.update("update total set marks = marks + 1"));
                acknowledged.add(id);
                news.release();
            }
        } catch (DatabaseException | BusyException e) {
            turns.release(WRITERS);
            news.release(MOST_AT_ONCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What somebody finds who opens the file that is left.
    private Set<Integer> marks() throws SQLException {
        String url = DatabaseUrl.inFolder(imageFolder()) + Durability.DISK.urlSuffix();
        try (Connection connection = DriverManager.getConnection(url + ";IFEXISTS=TRUE", "keyrack", "");
                Statement statement = connection.createStatement()) {
            Set<Integer> marks = new TreeSet<>();
            try (ResultSet rows = statement.executeQuery("select id from mark")) {
                while (rows.next()) {
                    marks.add(rows.getInt(1));
                }
            }
            try (ResultSet rows = statement.executeQuery("select marks from total")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).as("marks and their number").isEqualTo(marks.size());
            }
            return marks;
        }
    }

    /// Cuts the power while some of what is asked for is done and some is not.
    private void cut(Random random) throws InterruptedException, SQLException {
        int asked = 1 + random.nextInt(MOST_AT_ONCE);
        turns.release(asked);
        news.acquire(1 + random.nextInt(asked));
        Set<Integer> promised = new TreeSet<>(acknowledged);
        CutDisk.cut(file(), image(), random);
        promised.removeAll(marks());
        assertThat(promised).as("lost, seed %d", seed).isEmpty();
    }

    private void cutWhileWriting(Durability durability, int cuts, Random random) throws Exception {
        acknowledged.clear();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (Database database = open(durability)) {
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> write(database));
            }
            for (int i = 0; i < cuts; i++) {
                cut(random);
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void losesNothingAcknowledged() throws Exception {
        Random random = new Random(seed);
        for (int done = 0; done < CUTS; done += CUTS_OF_A_FILE) {
            cutWhileWriting(Durability.DISK, Math.min(CUTS_OF_A_FILE, CUTS - done), random);
            Files.delete(file());
        }
    }

    @Test
    void isSeenToLoseWhatDoesNotWaitForTheDisk() {
        assertThatThrownBy(() -> cutWhileWriting(Durability.NONE, CUTS_OF_A_FILE, new Random(seed)))
                .isInstanceOfAny(SQLException.class, AssertionError.class);
    }

    @Test
    void acknowledgesNothingThatTheDiskRefused() throws Exception {
        Random random = new Random(seed);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (Database database = open(Durability.DISK)) {
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> write(database));
            }
            turns.release(MOST_AT_ONCE);
            news.acquire(MOST_AT_ONCE / 2);
            CutDisk.failAfter(file(), 1 + random.nextInt(100));
            turns.release(1_000);
            writers.shutdown();
            assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        CutDisk.cut(file(), image(), random);
        Set<Integer> lost = new TreeSet<>(acknowledged);
        lost.removeAll(marks());
        assertThat(lost).as("lost, seed %d", seed).isEmpty();
    }
}
