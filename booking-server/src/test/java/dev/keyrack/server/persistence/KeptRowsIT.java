package dev.keyrack.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.server.rig.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows that the writer keeps are, at any time, what the database would say if each change had been written at once.
class KeptRowsIT {

    private static final int ROWS = 12;
    private static final int BATCHES = 60;
    private static final int PIECES = 25;

    private static final Table<String, Purse> PURSES = Table.of(
            "purse",
            "id",
            "coins, version",
            "version",
            purse -> new Object[] {purse.id(), purse.coins(), purse.version()},
            row -> new Purse(row.text("id"), row.integer("coins"), row.number("version")));

    private static final Table<Integer, List<String>> HOLDING = Table.question(
            "purse",
            (tx, coins) -> Optional.of(
                    tx.list("select id from purse where coins = ? order by id", row -> row.text("id"), coins)));

    private record Purse(String id, int coins, long version) {

        Purse with(int more) {
            return new Purse(id, coins + more, version + 1);
        }
    }

    private static final class OnPurposeException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder, Durability.NONE, List.of());
        database.write(tx -> tx.update("create table purse (id varchar(48) primary key, coins integer not null"
                + " check (coins >= 0), version bigint not null)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Map<String, Integer> stored() {
        Map<String, Integer> purses = new TreeMap<>();
        database.read(
                tx -> tx.list("select id, coins from purse", row -> purses.put(row.text("id"), row.integer("coins"))));
        return purses;
    }

    /// What a piece of work did, for the model; the pieces of a batch meet in any order, so each only adds.
    private int work(Transaction tx, Random random, String id) {
        int added = 0;
        int acts = 1 + random.nextInt(4);
        for (int act = 0; act < acts; act++) {
            int more = 1 + random.nextInt(9);
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    Optional<Purse> known = tx.get(PURSES, id);
                    tx.put(PURSES, id, known.map(purse -> purse.with(more)).orElse(new Purse(id, more, 1)));
                    added += more;
                }
                case 2 -> {
                    int changed = tx.update(
                            "update purse set coins = coins + ?, version = version + 1 where id = ?", more, id);
                    added += changed * more;
                }
                case 3 -> {
                    int told = tx.list("select coins from purse where id = ?", row -> row.integer("coins"), id).stream()
                            .findFirst()
                            .orElse(0);
                    assertThat(told)
                            .isEqualTo(tx.get(PURSES, id).map(Purse::coins).orElse(0));
                }
                default -> {
                    int coins = tx.get(PURSES, id).map(Purse::coins).orElse(-1);
                    tx.forget(HOLDING);
                    assertThat(tx.get(HOLDING, coins).orElseThrow().contains(id))
                            .isEqualTo(coins >= 0);
                }
            }
            if (random.nextInt(8) == 0) {
                throw new OnPurposeException();
            }
        }
        return added;
    }

    @Test
    void sayWhatTheDatabaseWouldSay() throws Exception {
        long seed = Long.getLong("keyrack.seed", System.nanoTime());
        Random seeds = new Random(seed);
        Map<String, Integer> expected = new TreeMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int batch = 0; batch < BATCHES; batch++) {
                List<String> names = new ArrayList<>();
                List<Future<Integer>> pieces = new ArrayList<>();
                for (int piece = 0; piece < PIECES; piece++) {
                    long own = seeds.nextLong();
                    String name = "purse-" + seeds.nextInt(ROWS);
                    names.add(name);
                    pieces.add(threads.submit(
                            () -> database.write(PURSES, name, tx -> work(tx, new Random(own), name))));
                }
                for (int piece = 0; piece < PIECES; piece++) {
                    add(expected, names.get(piece), pieces.get(piece), seed);
                }
                assertThat(stored()).as("seed %d, batch %d", seed, batch).isEqualTo(expected);
            }
        }
    }

    private static void add(Map<String, Integer> expected, String name, Future<Integer> piece, long seed)
            throws InterruptedException {
        try {
            int added = piece.get();
            if (added > 0) {
                expected.merge(name, added, Integer::sum);
            }
        } catch (ExecutionException e) {
            assertThat(e.getCause()).as("seed %d", seed).isInstanceOf(OnPurposeException.class);
        }
    }

    @Test
    void areReadAgainAfterTheyProvedWrong() throws Exception {
        database.write(tx -> {
            tx.insert(PURSES, "mine", new Purse("mine", 1, 1));
            return true;
        });
        database.write(
                tx -> tx.execute("update purse set coins = 5, version = 9", List.of(new Object[0], new Object[0])));
        assertThatThrownBy(() -> database.write(tx -> {
                    tx.put(PURSES, "mine", tx.get(PURSES, "mine").orElseThrow().with(1));
                    return true;
                }))
                .isInstanceOf(DatabaseException.class);
        database.write(tx -> {
            tx.put(PURSES, "mine", tx.get(PURSES, "mine").orElseThrow().with(1));
            return true;
        });
        assertThat(stored()).containsExactly(Map.entry("mine", 6));
    }

    @Test
    void cannotBeChangedByWhatOnlyReads() {
        assertThatThrownBy(() -> database.read(tx -> {
                    tx.insert(PURSES, "mine", new Purse("mine", 1, 1));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private record Ticket(int number, @Nullable Instant until, long version) {}

    @Test
    void loseAValueManyAtATime() {
        Table<Integer, Ticket> tickets = Table.of(
                "ticket",
                "number",
                "until, version",
                "version",
                ticket -> new @Nullable Object[] {ticket.number(), ticket.until(), ticket.version()},
                row -> new Ticket(row.integer("number"), row.instantOrNull("until"), row.number("version")));
        database.write(tx -> tx.update("create table ticket (number integer primary key,"
                + " until timestamp(6) with time zone, version bigint not null)"));
        List<Integer> numbers = List.of(1, 2, 3);
        database.write(tx -> {
            numbers.forEach(number -> tx.insert(tickets, number, new Ticket(number, Instant.EPOCH, 1)));
            return true;
        });
        database.write(tx -> {
            numbers.forEach(number -> tx.put(tickets, number, new Ticket(number, null, 2)));
            return true;
        });
        List<Integer> open = database.read(tx ->
                tx.list("select number from ticket where until is null order by number", row -> row.integer("number")));
        assertThat(open).isEqualTo(numbers);
    }
}
