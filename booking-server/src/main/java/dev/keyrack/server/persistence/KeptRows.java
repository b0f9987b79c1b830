package dev.keyrack.server.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the writer knows of the tables, and what of it is not written yet. For the writer's own thread: between two
/// batches, nobody else may have written to the database, else [#forgetAll] is due.
final class KeptRows {

    private static final int MOST_OF_A_TABLE = 30_000;

    private static final Map<String, Set<String>> WORDS = new ConcurrentHashMap<>();

    private final Map<Table<?, ?>, Rows<?, ?>> tables = new HashMap<>();

    <K, V> Optional<V> get(Transaction tx, Table<K, V> table, K key) {
        return Optional.ofNullable(rows(table).known(tx, key).now);
    }

    /// Reads all of these at once, as far as they are not known.
    <K, V> void load(Transaction tx, Table<K, V> table, Collection<K> keys) {
        rows(table).load(tx, keys);
    }

    <K, V> void put(Transaction tx, Table<K, V> table, K key, @Nullable V value) {
        Rows<K, V> rows = rows(table);
        rows.set(rows.known(tx, key), value);
    }

    <K, V> void insert(Table<K, V> table, K key, @Nullable V value) {
        Rows<K, V> rows = rows(table);
        rows.set(rows.fresh(key), value);
    }

    @SuppressWarnings("unchecked") // each table's rows are made right here
    private <K, V> Rows<K, V> rows(Table<K, V> table) {
        return (Rows<K, V>) tables.computeIfAbsent(table, _ -> new Rows<>(table));
    }

    /// Whether the piece of work under way changed any row.
    boolean isTouched() {
        return tables.values().stream().anyMatch(rows -> !rows.before.isEmpty());
    }

    /// Begins a piece of work that may be undone.
    void begin() {
        tables.values().forEach(Rows::begin);
    }

    /// Makes everything as it was before the piece of work.
    ///
    /// @param inDatabase whether the database did so too
    void undo(boolean inDatabase) {
        tables.values().forEach(rows -> rows.undo(inDatabase));
    }

    /// Writes what other pieces of work changed; what this one changed stays in memory.
    void writeOthers(Transaction tx) {
        tables.values().forEach(Rows::rewind);
        try {
            write(tx);
        } finally {
            tables.values().forEach(Rows::replay);
        }
    }

    /// Writes everything.
    void write(Transaction tx) {
        List<Rows<?, ?>> due = new ArrayList<>(tables.values());
        due.removeIf(rows -> rows.changed.isEmpty());
        due.sort(Comparator.comparingInt((Rows<?, ?> rows) -> rows.table.rank())
                .thenComparing(rows -> rows.table.name()));
        due.forEach(rows -> rows.write(tx));
    }

    /// Whether a statement speaks of rows that are not written yet.
    boolean isBehind(String sql) {
        return tables.values().stream()
                .anyMatch(rows -> !rows.changed.isEmpty() && words(sql).contains(rows.table.name()));
    }

    /// Forgets the tables of which a statement spoke that changed them.
    void changedBy(String sql) {
        Set<String> words = words(sql);
        tables.values().stream()
                .filter(rows -> words.contains(rows.table.name()))
                .forEach(Rows::forget);
    }

    void forget(Table<?, ?> table) {
        rows(table).forget();
    }

    void forgetAll() {
        tables.clear();
    }

    /// Keeps what was used last, if it is too much.
    void trim() {
        tables.values().forEach(Rows::trim);
    }

    private static Set<String> words(String sql) {
        return WORDS.computeIfAbsent(
                sql, text -> Stream.of(text.split("\\W+", -1)).collect(Collectors.toUnmodifiableSet()));
    }

    private static final class Kept<V> {

        private @Nullable V stored;
        private @Nullable V now;

        Kept(@Nullable V stored) {
            this.stored = stored;
            this.now = stored;
        }
    }

    private static final class Rows<K, V> {

        private final Table<K, V> table;
        private final Map<K, Kept<V>> known = new LinkedHashMap<>(16, 0.75f, true);
        private final Set<Kept<V>> changed = new LinkedHashSet<>();
        /// What the piece of work under way changed, as it was before.
        private final Map<Kept<V>, Optional<V>> before = new LinkedHashMap<>();
        /// What the piece of work under way changed, while the others are written.
        private final Map<Kept<V>, Optional<V>> after = new LinkedHashMap<>();
        private final List<K> loaded = new ArrayList<>();

        Rows(Table<K, V> table) {
            this.table = table;
        }

        Kept<V> known(Transaction tx, K key) {
            Kept<V> row = known.get(key);
            if (row == null) {
                load(tx, List.of(key));
                row = Objects.requireNonNull(known.get(key));
            }
            return row;
        }

        void load(Transaction tx, Collection<K> keys) {
            Set<K> missing = new LinkedHashSet<>(keys);
            missing.removeIf(known::containsKey);
            if (missing.isEmpty()) {
                return;
            }
            Map<K, V> found = table.read(tx, missing);
            missing.forEach(key -> known.put(key, new Kept<>(found.get(key))));
            loaded.addAll(missing);
        }

        Kept<V> fresh(K key) {
            return known.computeIfAbsent(key, _ -> {
                loaded.add(key);
                return new Kept<>(null);
            });
        }

        void set(Kept<V> row, @Nullable V value) {
            before.putIfAbsent(row, Optional.ofNullable(row.now));
            row.now = value;
            if (table.isStored()) {
                changed.add(row);
            }
        }

        void begin() {
            before.clear();
            loaded.clear();
        }

        void undo(boolean inDatabase) {
            before.forEach((row, value) -> {
                row.now = value.orElse(null);
                if (inDatabase) {
                    row.stored = row.now;
                }
            });
            loaded.forEach(known::remove);
            begin();
        }

        void rewind() {
            before.forEach((row, value) -> {
                after.put(row, Optional.ofNullable(row.now));
                row.now = value.orElse(null);
            });
        }

        void replay() {
            after.forEach((row, value) -> {
                row.now = value.orElse(null);
                if (table.isStored()) {
                    changed.add(row);
                }
            });
            after.clear();
        }

        void write(Transaction tx) {
            List<Table.Change<V>> changes = new ArrayList<>();
            for (Kept<V> row : changed) {
                V now = row.now;
                if (now == null && row.stored != null) {
                    throw new IllegalStateException("a row of " + table.name() + " cannot be taken away");
                }
                if (now != null && !now.equals(row.stored)) {
                    changes.add(new Table.Change<>(row.stored, now));
                }
            }
            table.write(tx, changes);
            changed.forEach(row -> row.stored = row.now);
            changed.clear();
        }

        void forget() {
            known.clear();
        }

        void trim() {
            Iterator<K> eldest = known.keySet().iterator();
            for (int over = known.size() - MOST_OF_A_TABLE; over > 0; over--) {
                eldest.next();
                eldest.remove();
            }
        }
    }
}
