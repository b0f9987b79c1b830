package dev.keyrack.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.sync.Change;
import dev.keyrack.contract.sync.ChangePage;
import dev.keyrack.contract.sync.SnapshotPage;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.rig.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeFeedIT {

    private static final String SCOPE = ChangeFeed.availabilityScope(new SiteId("sit_harbour"));
    private static final int WRITERS = 16;
    private static final int WRITES = 25;
    private static final long SEED = 7;

    @TempDir
    Path folder;

    private final ChangeFeed feed = new ChangeFeed();

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private FeedHeads heads;

    @SuppressWarnings("NullAway.Init")
    private SyncService sync;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder, Durability.DISK, List.of());
        heads = new FeedHeads(database);
        sync = new SyncService(database, heads);
    }

    @AfterEach
    void close() {
        heads.close();
        database.close();
    }

    private static Changed cell(String id, long version) {
        return new Changed("cell", id, version, Map.of("taken", version));
    }

    @Test
    void numbersHaveNoGapWhileManyWriteAndOneReads() throws Exception {
        AtomicLong committed = new AtomicLong();
        AtomicBoolean done = new AtomicBoolean();
        String cursor = sync.snapshot(Caller.SYSTEM, SCOPE, null).cursor();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.add(threads.submit(() -> writeSome(number, committed)));
            }
            Future<List<Long>> reader = threads.submit(() -> readUntil(cursor, done));
            for (Future<?> writer : writers) {
                writer.get();
            }
            done.set(true);
            List<Long> seen = reader.get();
            assertThat(seen).hasSize((int) committed.get());
            for (int i = 0; i < seen.size(); i++) {
                assertThat(seen.get(i)).isEqualTo(i + 1L);
            }
        }
    }

    private void writeSome(int writer, AtomicLong committed) {
        Random random = new Random(SEED + writer);
        for (int i = 1; i <= WRITES; i++) {
            Changed record = cell("w" + writer + "-" + random.nextInt(5), i);
            boolean fails = random.nextInt(4) == 0;
            try {
                database.write(tx -> {
                    feed.put(tx, SCOPE, record);
                    if (fails) {
                        throw new IllegalStateException("rolled back on purpose");
                    }
                    return true;
                });
                committed.incrementAndGet();
            } catch (IllegalStateException e) {
                assertThat(fails).isTrue();
            }
        }
    }

    private List<Long> readUntil(String from, AtomicBoolean done) throws InterruptedException {
        String cursor = from;
        List<Long> seen = new ArrayList<>();
        boolean last;
        do {
            last = done.get();
            ChangePage page;
            do {
                page = sync.changes(Caller.SYSTEM, cursor, 10, 0);
                page.changes().forEach(change -> seen.add(change.seq()));
                cursor = page.next();
            } while (!page.upToDate());
        } while (!last);
        return seen;
    }

    @Test
    void snapshotAndThenChangesGiveTheStateAndItsChecksum() throws Exception {
        Map<String, Long> state = new HashMap<>();
        Random random = new Random(SEED);
        List<Changed> many = new ArrayList<>();
        for (int i = 0; i < 1_700; i++) {
            many.add(cell("c" + random.nextInt(100_000), i + 1));
        }
        database.write(tx -> {
            feed.putAll(tx, SCOPE, many);
            return true;
        });
        many.forEach(record -> state.put("cell/" + record.id(), record.version()));
        AtomicLong version = new AtomicLong(10_000);
        FeedCopy copy = new FeedCopy(sync, SCOPE);
        copy.takeSnapshot(() -> changeSome(random, version, state));
        changeSome(random, version, state);

        ChangePage page = copy.follow(37);

        assertThat(copy.alive()).as("seed %d", SEED).isEqualTo(state);
        assertThat(page.checksum()).as("seed %d", SEED).isEqualTo(copy.checksum());
    }

    private void changeSome(Random random, AtomicLong version, Map<String, Long> state) {
        for (int i = 0; i < 40; i++) {
            String id = "c" + random.nextInt(100_000);
            List<String> ids = new ArrayList<>(state.keySet());
            String known = ids.get(random.nextInt(ids.size())).substring("cell/".length());
            long next = version.addAndGet(3);
            database.write(tx -> {
                feed.putAll(tx, SCOPE, List.of(cell(id, next), cell(known, next), cell(id, next + 1)));
                if (random.nextBoolean()) {
                    feed.delete(tx, SCOPE, cell(known, next + 2));
                    state.remove("cell/" + known);
                } else {
                    state.put("cell/" + known, next);
                }
                return true;
            });
            if (!id.equals(known)) {
                state.put("cell/" + id, next + 1);
            }
        }
    }

    @Test
    void checksumOfAnEmptiedScopeIsNought() throws Exception {
        database.write(tx -> {
            feed.put(tx, SCOPE, cell("a", 1));
            feed.put(tx, SCOPE, cell("b", 1));
            feed.put(tx, SCOPE, cell("a", 2));
            feed.delete(tx, SCOPE, cell("a", 3));
            feed.delete(tx, SCOPE, cell("b", 2));
            feed.delete(tx, SCOPE, cell("b", 3));
            return true;
        });
        FeedCopy copy = new FeedCopy(sync, SCOPE);
        copy.takeSnapshot(() -> {});

        assertThat(copy.follow(10).checksum()).isZero();
        assertThat(copy.alive()).isEmpty();
    }

    @Test
    void recordThatCameBackIsAliveAgain() throws Exception {
        database.write(tx -> {
            feed.put(tx, SCOPE, cell("a", 1));
            feed.delete(tx, SCOPE, cell("a", 2));
            feed.putAll(tx, SCOPE, List.of(cell("a", 3), cell("a", 4)));
            return true;
        });
        FeedCopy copy = new FeedCopy(sync, SCOPE);
        copy.takeSnapshot(() -> {});

        assertThat(copy.follow(10).checksum()).isEqualTo(Change.share("cell", "a", 4));
        assertThat(copy.alive()).containsExactly(Map.entry("cell/a", 4L));
    }

    @Test
    void scopesCountEachOnTheirOwn() {
        database.write(tx -> {
            feed.put(tx, SCOPE, cell("a", 1));
            feed.put(tx, ChangeFeed.CATALOG, new Changed("resource", "res_a", 1, Map.of()));
            feed.put(tx, SCOPE, cell("b", 1));
            return true;
        });

        assertThat(heads.read()).isEqualTo(Map.of(SCOPE, 2L, ChangeFeed.CATALOG, 1L));
    }

    @Test
    void epochStaysWithTheDatabase() throws Exception {
        SnapshotPage before = sync.snapshot(Caller.SYSTEM, SCOPE, null);
        SyncService later = new SyncService(database, heads);

        assertThat(later.changes(Caller.SYSTEM, before.cursor(), 10, 0).upToDate())
                .isTrue();
    }
}
