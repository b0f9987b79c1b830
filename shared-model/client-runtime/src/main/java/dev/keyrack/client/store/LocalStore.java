package dev.keyrack.client.store;

import dev.keyrack.client.api.ClientJson;
import dev.keyrack.contract.sync.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/// The encrypted copy of the scopes that this client follows. Batches are applied whole, with the cursor that belongs
/// to them; a record gives way only to a higher version.
public final class LocalStore implements AutoCloseable {

    private static final String UPSERT = """
            merge into record t using (values (?, ?, ?, ?, ?, ?, ?, ?))
                s (scope, type, id, version, alive, starts, ends, body)
            on t.scope = s.scope and t.type = s.type and t.id = s.id
            when matched and s.version > t.version then update set
                version = s.version, alive = s.alive, starts = s.starts, ends = s.ends, body = s.body
            when not matched then insert values
                (s.scope, s.type, s.id, s.version, s.alive, s.starts, s.ends, s.body)""";

    private final Connection connection;

    private LocalStore(Connection connection) {
        this.connection = connection;
    }

    /// Opens, or creates, the store of a folder.
    ///
    /// @throws StoreException if it cannot be opened, for instance because another program has it
    public static LocalStore open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve("copy") + ";CIPHER=AES;WRITE_DELAY=0");
        source.setUser("keyrack");
        source.setPassword(StoreKey.of(folder) + " ");
        try {
            Connection connection = source.getConnection();
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:dev/keyrack/client/store/migration")
                    .load()
                    .migrate();
            connection.setAutoCommit(false);
            return new LocalStore(connection);
        } catch (SQLException e) {
            throw new StoreException("The local copy in " + folder + " cannot be opened", e);
        }
    }

    /// Where the copy of a scope stands; empty if there is none.
    public synchronized Optional<String> findCursor(String scope) {
        List<String> found = query("select cursor from position where scope = ?", row -> row.getString(1), scope);
        return found.stream().findFirst();
    }

    /// Applies changes and moves the cursor, both or neither.
    public synchronized void apply(String scope, List<Change> changes, String cursor) {
        inTransaction(() -> {
            write(UPSERT, changes);
            update("merge into position key (scope) values (?, ?)", scope, cursor);
        });
    }

    /// Takes a page of a new snapshot aside, until all of it is here.
    public synchronized void stage(List<Change> rows) {
        inTransaction(() -> write("merge into staged values (?, ?, ?, ?, ?, ?, ?, ?)", rows));
    }

    /// Throws away what was taken aside.
    public synchronized void unstage(String scope) {
        inTransaction(() -> update("delete from staged where scope = ?", scope));
    }

    /// Puts the snapshot that was taken aside in the place of the scope's copy.
    public synchronized void replace(String scope, String cursor) {
        inTransaction(() -> {
            update("delete from record where scope = ?", scope);
            update("insert into record select * from staged where scope = ?", scope);
            update("delete from staged where scope = ?", scope);
            update("merge into position key (scope) values (?, ?)", scope, cursor);
        });
    }

    /// The living record of that name.
    public synchronized <T> Optional<T> find(String scope, String type, String id, Class<T> shape) {
        return query(
                        "select body from record where scope = ? and type = ? and id = ? and alive",
                        row -> ClientJson.read(row.getString(1), shape),
                        scope,
                        type,
                        id)
                .stream()
                .findFirst();
    }

    /// All living records of a type.
    public synchronized <T> List<T> list(String scope, String type, Class<T> shape) {
        return query(
                "select body from record where scope = ? and type = ? and alive order by id",
                row -> ClientJson.read(row.getString(1), shape),
                scope,
                type);
    }

    /// Living records of a type whose period touches the one from `from` to `to`, both as ISO text, `to` excluded.
    public synchronized <T> List<T> listBetween(String scope, String type, Class<T> shape, Period period) {
        return query(
                "select body from record where scope = ? and type = ? and ends > ? and starts < ? and alive order by id",
                row -> ClientJson.read(row.getString(1), shape),
                scope,
                type,
                period.from(),
                period.to());
    }

    /// A stretch of time as ISO text, `to` excluded.
    public record Period(String from, String to) {}

    /// Writes a sale; when this returns, no power cut can lose it.
    public synchronized void keepSale(String id, Object sale) {
        inTransaction(() -> update("merge into sale key (id) values (?, ?)", id, ClientJson.write(sale)));
        // the end of the transaction is in the file, but maybe not on the disk yet
        inTransaction(() -> update("checkpoint sync"));
    }

    public synchronized void endSale(String id) {
        inTransaction(() -> update("delete from sale where id = ?", id));
    }

    public synchronized <T> Optional<T> findSale(String id, Class<T> shape) {
        return query("select body from sale where id = ?", row -> ClientJson.read(row.getString(1), shape), id).stream()
                .findFirst();
    }

    public synchronized <T> List<T> listSales(Class<T> shape) {
        return query("select body from sale order by id", row -> ClientJson.read(row.getString(1), shape));
    }

    /// The order-free sum over what is alive, to be compared with the server's; see [Change#share].
    public synchronized long checksum(String scope) {
        return query(
                        "select type, id, version from record where scope = ? and alive",
                        row -> Change.share(row.getString(1), row.getString(2), row.getLong(3)),
                        scope)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private void write(String sql, List<Change> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Change row : rows) {
                Map<String, Object> body = row.body();
                fill(
                        statement,
                        row.scope(),
                        row.type(),
                        row.id(),
                        row.version(),
                        row.op() == Change.Operation.PUT,
                        text(body, "startDate"),
                        text(body, "endDate"),
                        body == null ? null : ClientJson.write(body));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static @Nullable String text(@Nullable Map<String, Object> body, String field) {
        return body == null ? null : (String) body.get(field);
    }

    private static void fill(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            statement.executeUpdate();
        }
    }

    /// Interrupts a thread, but not while it reads or writes: that would close the file under everybody.
    public synchronized void interrupt(Thread thread) {
        thread.interrupt();
    }

    private <T> List<T> query(String sql, Reading<T> reading, Object... values) {
        boolean interrupted = Thread.interrupted();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StoreException("The local copy cannot be read", e);
        } finally {
            restore(interrupted);
        }
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void inTransaction(Writing writing) {
        boolean interrupted = Thread.interrupted();
        try {
            writing.run();
            connection.commit();
        } catch (SQLException e) {
            rollBack(e);
            throw new StoreException("The local copy cannot be written", e);
        } finally {
            restore(interrupted);
        }
    }

    private void rollBack(SQLException reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("The local copy did not close", e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private interface Writing {
        void run() throws SQLException;
    }
}
