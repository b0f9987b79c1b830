package dev.keyrack.server.persistence;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table whose rows the writer keeps in memory from one batch to the next: each is read once, and written once at the
/// end of a batch, however many pieces of work change it. See [Transaction#get] and [Transaction#put].
///
/// @param <K> names a row: one value, or a [Key] of several
/// @param <V> what a row says; never changed in place
public class Table<K, V> {

    private static final int LOOKUP = 256;

    private final String name;
    private final List<String> keys;
    private final List<String> columns;
    private final int guard;
    private final Function<V, @Nullable Object[]> toColumns;
    private final Function<Row, V> toValue;
    private final int rank;

    /// A row's name in several columns.
    public interface Key {

        /// In the order of the table's key columns.
        List<?> parts();
    }

    /// One row that is to be written: `before` is null for a new one.
    record Change<V>(@Nullable V before, V now) {}

    private Table(
            String name,
            List<String> keys,
            List<String> columns,
            int guard,
            Function<V, @Nullable Object[]> toColumns,
            Function<Row, V> toValue,
            int rank) {
        this.name = name;
        this.keys = keys;
        this.columns = columns;
        this.guard = guard;
        this.toColumns = toColumns;
        this.toValue = toValue;
        this.rank = rank;
    }

    /// @param keys the columns of the primary key, with commas
    /// @param others the other columns; one that is left out must have a default and is never changed
    /// @param guard one of the columns: a row is only changed if it still says there what it said
    /// @param toColumns the values of all columns, the keys first
    /// @param toValue the row of a query that names all columns
    public static <K, V> Table<K, V> of(
            String name,
            String keys,
            String others,
            String guard,
            Function<V, @Nullable Object[]> toColumns,
            Function<Row, V> toValue) {
        List<String> all = Stream.concat(names(keys), names(others)).toList();
        return new Table<>(name, names(keys).toList(), all, all.indexOf(guard), toColumns, toValue, 0);
    }

    /// What is known about a table's rows beyond the rows themselves, such as which of them belong together. Whoever
    /// changes the rows by [Transaction#put] puts the new answer as well; it is never written.
    ///
    /// @param table whose other changes make the answers be asked for again
    public static <K, V> Table<K, V> question(String table, BiFunction<Transaction, K, Optional<V>> answer) {
        return new Question<>(table, answer);
    }

    /// The same table, written after the one that it refers to.
    public Table<K, V> after(Table<?, ?> other) {
        return new Table<>(name, keys, columns, guard, toColumns, toValue, other.rank + 1);
    }

    private static Stream<String> names(String list) {
        return Stream.of(list.split(",", -1)).map(String::strip);
    }

    String name() {
        return name;
    }

    /// Tables of a higher rank refer to those of a lower.
    int rank() {
        return rank;
    }

    /// Whether its rows are in the database at all.
    boolean isStored() {
        return true;
    }

    /// The rows of these names that there are.
    Map<K, V> read(Transaction tx, Collection<K> wanted) {
        Map<K, V> found = new HashMap<>();
        List<K> all = List.copyOf(wanted);
        for (int first = 0; first < all.size(); first += LOOKUP) {
            read(tx, all.subList(first, Math.min(all.size(), first + LOOKUP)), found);
        }
        return found;
    }

    private void read(Transaction tx, List<K> wanted, Map<K, V> found) {
        Map<List<String>, K> byParts = new HashMap<>();
        List<Object> values = new ArrayList<>();
        int length = lengthFor(wanted.size());
        for (int i = 0; i < length; i++) {
            K key = wanted.get(Math.min(i, wanted.size() - 1));
            byParts.put(parts(key).stream().map(String::valueOf).toList(), key);
            values.addAll(parts(key));
        }
        List<?> sample = parts(wanted.getFirst());
        tx.query(
                        length == 1 ? selectOne() : selectMany(length, sample),
                        row -> Map.entry(keyOf(row, sample), toValue.apply(row)),
                        values.toArray())
                .forEach(row -> found.put(Objects.requireNonNull(byParts.get(row.getKey())), row.getValue()));
    }

    private static List<?> parts(Object key) {
        return key instanceof Key several ? several.parts() : List.of(key);
    }

    private List<String> keyOf(Row row, List<?> sample) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            parts.add(
                    sample.get(i) instanceof LocalDateTime
                            ? row.grain(keys.get(i)).toString()
                            : row.text(keys.get(i)));
        }
        return parts;
    }

    private String selectOne() {
        return "select " + String.join(", ", columns) + " from " + name + " where "
                + keys.stream().map(key -> key + " = ?").collect(Collectors.joining(" and "));
    }

    /// A join, because H2 scans the table for a list of names in the condition.
    private String selectMany(int length, List<?> sample) {
        String row = "(" + String.join(", ", sample.stream().map(Table::typed).toList()) + ")";
        return "select t." + String.join(", t.", columns) + " from (values "
                + String.join(", ", Collections.nCopies(length, row)) + ") w("
                + keys.stream().map(key -> "w_" + key).collect(Collectors.joining(", ")) + ") join " + name + " t on "
                + keys.stream().map(key -> "t." + key + " = w_" + key).collect(Collectors.joining(" and "));
    }

    private static String typed(Object part) {
        return part instanceof LocalDateTime ? "cast(? as timestamp(0))" : "cast(? as varchar(200))";
    }

    /// Writes what changed, in as few statements as there are kinds of changes.
    void write(Transaction tx, List<Change<V>> changes) {
        List<@Nullable Object[]> inserts = new ArrayList<>();
        Map<BitSet, List<Updated>> updates = new LinkedHashMap<>();
        for (Change<V> change : changes) {
            @Nullable Object[] now = toColumns.apply(change.now());
            V before = change.before();
            if (before == null) {
                inserts.add(now);
                continue;
            }
            @Nullable Object[] old = toColumns.apply(before);
            BitSet changed = new BitSet(now.length);
            for (int i = keys.size(); i < now.length; i++) {
                changed.set(i, !Objects.equals(old[i], now[i]));
            }
            if (!changed.isEmpty()) {
                updates.computeIfAbsent(changed, _ -> new ArrayList<>())
                        .add(new Updated(Arrays.asList(old), Arrays.asList(now)));
            }
        }
        tx.execute(
                "insert into " + name + " (" + String.join(", ", columns) + ") values ("
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")",
                inserts);
        if (tx.joinsUpdates() && updates.size() > 1) {
            BitSet any = new BitSet();
            updates.keySet().forEach(any::or);
            update(tx, any, updates.values().stream().flatMap(List::stream).toList());
        } else {
            updates.forEach((changed, rows) -> update(tx, changed, rows));
        }
    }

    private record Updated(List<@Nullable Object> old, List<@Nullable Object> now) {}

    private @Nullable Object[] values(BitSet changed, Updated row) {
        List<@Nullable Object> values = new ArrayList<>();
        changed.stream().forEach(i -> values.add(row.now().get(i)));
        for (int i = 0; i < keys.size(); i++) {
            values.add(row.now().get(i));
        }
        values.add(row.old().get(guard));
        return values.toArray();
    }

    private void update(Transaction tx, BitSet changed, List<Updated> updated) {
        List<@Nullable Object[]> rows =
                updated.stream().map(row -> values(changed, row)).toList();
        int done = tx.joinsUpdates() && rows.size() > 1
                ? updateJoined(tx, changed, rows)
                : tx.execute(updateOne(changed), rows);
        if (done != rows.size()) {
            throw new DatabaseException(
                    (rows.size() - done) + " rows of " + name + " are not what the writer knew: " + updateOne(changed),
                    null);
        }
    }

    private String updateOne(BitSet changed) {
        return "update " + name + " set "
                + changed.stream().mapToObj(i -> columns.get(i) + " = ?").collect(Collectors.joining(", "))
                + " where " + keys.stream().map(key -> key + " = ?").collect(Collectors.joining(" and ")) + " and "
                + columns.get(guard) + " = ?";
    }

    /// Many rows by one statement.
    private int updateJoined(Transaction tx, BitSet changed, List<@Nullable Object[]> rows) {
        int done = 0;
        for (int first = 0; first < rows.size(); first += LOOKUP) {
            List<@Nullable Object[]> some = rows.subList(first, Math.min(rows.size(), first + LOOKUP));
            List<@Nullable Object> values = new ArrayList<>();
            int length = lengthFor(some.size());
            for (int i = 0; i < length; i++) {
                values.addAll(Arrays.asList(some.get(Math.min(i, some.size() - 1))));
            }
            done += tx.execute(updateMany(changed, length), Collections.singletonList(values.toArray()));
        }
        return done;
    }

    /// The first row is of nulls that give the values their types, and meets no row.
    private String updateMany(BitSet changed, int length) {
        List<String> given = Stream.concat(
                        Stream.concat(changed.stream().mapToObj(columns::get), keys.stream()),
                        Stream.of(columns.get(guard)))
                .toList();
        String row = "(" + String.join(", ", Collections.nCopies(given.size(), "?")) + ")";
        return "update " + name + " t set "
                + changed.stream()
                        .mapToObj(i -> columns.get(i) + " = w_" + columns.get(i))
                        .collect(Collectors.joining(", "))
                + " from (values ("
                + given.stream()
                        .map(column -> "(select " + column + " from " + name + " where false)")
                        .collect(Collectors.joining(", "))
                + "), " + String.join(", ", Collections.nCopies(length, row)) + ") w("
                + changed.stream().mapToObj(i -> "w_" + columns.get(i)).collect(Collectors.joining(", ")) + ", "
                + keys.stream().map(key -> "w_" + key).collect(Collectors.joining(", ")) + ", w_guard) where "
                + keys.stream().map(key -> "t." + key + " = w_" + key).collect(Collectors.joining(" and ")) + " and t."
                + columns.get(guard) + " = w_guard";
    }

    /// Of few lengths, so that the database knows most statements already.
    private static int lengthFor(int wanted) {
        return wanted == 1 ? 1 : Integer.highestOneBit(wanted - 1) * 2;
    }

    /// Answers that are kept as long as nobody else changes the table.
    private static final class Question<K, V> extends Table<K, V> {

        private final BiFunction<Transaction, K, Optional<V>> answer;

        Question(String table, BiFunction<Transaction, K, Optional<V>> answer) {
            super(
                    table,
                    List.of(),
                    List.of(),
                    0,
                    _ -> new Object[0],
                    row -> {
                        throw new IllegalStateException("a question has no rows");
                    },
                    0);
            this.answer = answer;
        }

        @Override
        boolean isStored() {
            return false;
        }

        @Override
        Map<K, V> read(Transaction tx, Collection<K> wanted) {
            Map<K, V> found = new HashMap<>();
            wanted.forEach(key -> answer.apply(tx, key).ifPresent(value -> found.put(key, value)));
            return found;
        }
    }
}
