package dev.keyrack.server.persistence;

import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.Revision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/// One transaction: kept rows and SQL for the inventory path, a Hibernate session on the same connection for
/// administration.
///
/// Parameters may be null, text, bytes, numbers, booleans, `java.time` values, enums (their names), identifiers,
/// revisions and [Json.Text]. A statement finds everything that was put before it: rows of the tables that it names are
/// written first.
public final class Transaction {

    private final Connection connection;
    private final Dialect dialect;
    private final SessionFactory sessions;
    private final KeptRows kept;
    private final boolean writes;
    private final Map<Deferred<?>, List<Object>> deferred = new LinkedHashMap<>();
    private final Map<Deferred<?>, Integer> deferredBefore = new HashMap<>();
    private @Nullable Session session;
    private @Nullable Savepoint before;
    private boolean attempting;

    /// @param kept what is known of the rows; a writer's goes on from one transaction to the next
    Transaction(Connection connection, Dialect dialect, SessionFactory sessions, KeptRows kept, boolean writes) {
        this.connection = connection;
        this.dialect = dialect;
        this.sessions = sessions;
        this.kept = kept;
        this.writes = writes;
    }

    /// What is written once at the end, for all pieces of work in this transaction.
    public interface Deferred<T> {

        /// @param items in the order in which they came
        void write(Transaction tx, List<T> items);
    }

    /// Puts something off to the end of the transaction. If the piece of work that did so is undone, so is this.
    public <T> void defer(Deferred<T> how, T item) {
        deferred.computeIfAbsent(how, _ -> new ArrayList<>()).add(item);
    }

    /// Writes what others put off, for a piece of work that reads it; its first act.
    ///
    /// @throws IllegalStateException if that piece of work changed anything before: to undo it would undo
    /// what others did
    public void writeDeferred() {
        if (deferred.values().stream().allMatch(List::isEmpty)) {
            return;
        }
        boolean begun = before != null
                || kept.isTouched()
                || deferred.entrySet().stream()
                        .anyMatch(entry -> entry.getValue().size() != deferredBefore.getOrDefault(entry.getKey(), 0));
        if (begun) {
            throw new IllegalStateException("what others put off cannot be written within what may be undone");
        }
        attempting = false;
        try {
            finish();
        } catch (RuntimeException e) {
            throw new DatabaseException("What was put off could not be written", e);
        }
        deferredBefore.clear();
        kept.begin();
        attempting = true;
    }

    @SuppressWarnings("unchecked") // `defer` adds to the list of a T what is a T
    private <T> void write(Deferred<T> how, List<Object> items) {
        how.write(this, (List<T>) items);
    }

    /// The row of that name, if there is one.
    public <K, V> Optional<V> get(Table<K, V> table, K key) {
        return kept.get(this, table, key);
    }

    /// Reads many rows at once that will be asked for.
    public <K, V> void load(Table<K, V> table, Collection<K> keys) {
        kept.load(this, table, keys);
    }

    /// Changes a row, or makes one that may be there already; written at the end of the transaction at the latest.
    public <K, V> void put(Table<K, V> table, K key, V value) {
        requireWriting();
        kept.put(this, table, key, value);
    }

    /// Makes a row that cannot be there yet.
    public <K, V> void insert(Table<K, V> table, K key, V value) {
        requireWriting();
        kept.insert(table, key, value);
    }

    /// Forgets what is known of a table, because it was changed by other means than statements of this class.
    public void forget(Table<?, ?> table) {
        kept.forget(table);
    }

    private void requireWriting() {
        if (!writes) {
            throw new IllegalStateException("what only reads cannot change rows");
        }
    }

    /// The Hibernate session of this transaction; flushed before the commit.
    public Session session() {
        Session open = session;
        if (open == null) {
            open = sessions.withOptions().connection(connection).openSession();
            session = open;
        }
        return open;
    }

    /// @return how many rows changed
    public int update(String sql, @Nullable Object... values) {
        return updateAll(sql, Collections.singletonList(values));
    }

    /// Runs one statement for many rows.
    ///
    /// @return how many rows changed, as far as the database told
    public int updateAll(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        settle(sql);
        beforeWriting();
        int changed = execute(sql, rows);
        kept.changedBy(sql);
        return changed;
    }

    /// Whether an update may join its table with values.
    boolean joinsUpdates() {
        return dialect == Dialect.POSTGRESQL;
    }

    /// Runs one statement for many rows, whatever is not written yet.
    int execute(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (rows.size() == 1) {
                bind(statement, rows.getFirst());
                return statement.executeUpdate();
            }
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return IntStream.of(statement.executeBatch())
                    .filter(changed -> changed > 0)
                    .sum();
        } catch (SQLException e) {
            throw new DatabaseException(sql, e);
        }
    }

    public <T> List<T> list(String sql, Function<Row, T> reader, @Nullable Object... values) {
        settle(sql);
        return query(sql, reader, values);
    }

    /// Reads what is in the database, whatever is not written yet.
    <T> List<T> query(String sql, Function<Row, T> reader, @Nullable Object... values) {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            Row row = new Row(rows);
            while (rows.next()) {
                result.add(reader.apply(row));
            }
            return result;
        } catch (SQLException e) {
            throw new DatabaseException(sql, e);
        }
    }

    /// The first row, if there is one.
    public <T> Optional<T> find(String sql, Function<Row, T> reader, @Nullable Object... values) {
        List<T> rows = list(sql, reader, values);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /// Runs a piece of work that may fail alone: if it throws, what it wrote is undone and the transaction goes on.
    <T> T attempt(Supplier<T> work) {
        before = null;
        attempting = true;
        deferredBefore.clear();
        deferred.forEach((how, items) -> deferredBefore.put(how, items.size()));
        kept.begin();
        try {
            T result = work.get();
            flush();
            return result;
        } catch (RuntimeException | Error e) {
            deferred.forEach((how, items) -> items.subList(deferredBefore.getOrDefault(how, 0), items.size())
                    .clear());
            undo();
            throw e;
        } finally {
            attempting = false;
            before = null;
            closeSession();
        }
    }

    private void undo() {
        closeSession();
        try {
            if (before != null) {
                connection.rollback(before);
            }
        } catch (SQLException e) {
            throw new DatabaseException("A piece of work could not be undone", e);
        }
        kept.undo(before != null);
    }

    /// Remembers where the piece of work began to write; what others changed is written before, so that it stays.
    private void beforeWriting() {
        if (!attempting || before != null) {
            return;
        }
        kept.writeOthers(this);
        try {
            before = connection.setSavepoint();
        } catch (SQLException e) {
            throw new DatabaseException("A piece of work could not begin", e);
        }
    }

    /// Makes the database know what a statement will look at.
    private void settle(String sql) {
        flush();
        if (kept.isBehind(sql)) {
            beforeWriting();
            kept.write(this);
        }
    }

    void finish() {
        flush();
        kept.write(this);
        Map<Deferred<?>, List<Object>> due = new LinkedHashMap<>(deferred);
        deferred.clear();
        due.values().removeIf(List::isEmpty);
        due.forEach(this::write);
        kept.write(this);
    }

    void closeSession() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private void flush() {
        if (session != null && session.isDirty()) {
            beforeWriting();
            session.flush();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object[] values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, values);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, toColumn(values[i]));
        }
    }

    private static @Nullable Object toColumn(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case Revision revision -> revision.number();
            case Quantity quantity -> quantity.count();
            case Number number -> number;
            case Boolean flag -> flag;
            case byte[] bytes -> bytes;
            case LocalDate date -> date;
            case LocalDateTime time -> time;
            case LocalTime time -> time;
            case Object other -> other.toString();
        };
    }
}
