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

/// One transaction: SQL for the inventory path, a Hibernate session on the same connection for administration.
///
/// Parameters may be null, text, bytes, numbers, booleans, `java.time` values, enums
/// (their names), identifiers and
/// revisions.
public final class Transaction {

    private final Connection connection;
    private final SessionFactory sessions;
    private final Map<Deferred<?>, List<Object>> deferred = new LinkedHashMap<>();
    private final Map<Deferred<?>, Integer> deferredBefore = new HashMap<>();
    private final Map<Object, Object> remembered = new HashMap<>();
    private @Nullable Session session;
    private @Nullable Savepoint before;
    private boolean attempting;

    Transaction(Connection connection, SessionFactory sessions) {
        this.connection = connection;
        this.sessions = sessions;
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

    /// Writes what was put off, for a piece of work that reads it.
    ///
    /// @throws IllegalStateException if that piece of work wrote before: to undo it would undo what others put off
    public void writeDeferred() {
        if (deferred.isEmpty()) {
            return;
        }
        if (before != null) {
            throw new IllegalStateException("what others put off cannot be written within what may be undone");
        }
        boolean interrupted = attempting;
        attempting = false;
        Map<Deferred<?>, List<Object>> due = new LinkedHashMap<>(deferred);
        deferred.clear();
        deferredBefore.clear();
        due.forEach(this::write);
        attempting = interrupted;
    }

    @SuppressWarnings("unchecked") // `defer` adds to the list of a T what is a T
    private <T> void write(Deferred<T> how, List<Object> items) {
        how.write(this, (List<T>) items);
    }

    /// Reads something once in this transaction, however often it is asked for.
    ///
    /// @param key tells what is read from everything else that is remembered
    public <T> T remember(Object key, Class<T> type, Supplier<T> source) {
        return type.cast(remembered.computeIfAbsent(key, _ -> source.get()));
    }

    /// Forgets everything that was remembered, because some of it was changed.
    public void forget() {
        remembered.clear();
    }

    /// The Hibernate session of this transaction; flushed before the commit.
    public Session session() {
        Session open = session;
        if (open == null) {
            beforeWriting();
            open = sessions.withOptions().connection(connection).openSession();
            session = open;
        }
        return open;
    }

    /// @return how many rows changed
    public int update(String sql, @Nullable Object... values) {
        flush();
        beforeWriting();
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException(sql, e);
        }
    }

    /// Runs one statement for many rows.
    ///
    /// @return how many rows changed, as far as the database told
    public int updateAll(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        flush();
        beforeWriting();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
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
        flush();
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
        forget();
        try {
            if (before != null) {
                connection.rollback(before);
            }
        } catch (SQLException e) {
            throw new DatabaseException("A piece of work could not be undone", e);
        }
    }

    /// Remembers where the piece of work began to write.
    private void beforeWriting() {
        try {
            if (attempting && before == null) {
                before = connection.setSavepoint();
            }
        } catch (SQLException e) {
            throw new DatabaseException("A piece of work could not begin", e);
        }
    }

    void finish() {
        flush();
        writeDeferred();
    }

    void closeSession() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private void flush() {
        if (session != null) {
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
