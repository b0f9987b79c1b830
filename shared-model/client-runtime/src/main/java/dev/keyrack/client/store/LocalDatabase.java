package dev.keyrack.client.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/// The one connection to the encrypted file. Whoever uses it holds its monitor; nobody is interrupted meanwhile, since
/// that would close the file under everybody.
final class LocalDatabase implements AutoCloseable {

    /// The same whether the file or its key is another one.
    private static final Set<Integer> UNREADABLE =
            Set.of(ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.FILE_CORRUPTED_1);

    private final Connection connection;
    private final StoreFile file;
    private final @Nullable Path damaged;
    private long writes;

    private LocalDatabase(Connection connection, StoreFile file, @Nullable Path damaged) throws SQLException {
        this.connection = connection;
        this.file = file;
        this.damaged = damaged;
        this.writes = countWrites(connection);
        connection.setAutoCommit(false);
    }

    /// A store that is not what was written to it is set aside, and a new one begun.
    static LocalDatabase open(Path folder) {
        var file = new StoreFile(folder);
        try {
            Optional<Connection> present = file.isStub() ? Optional.empty() : connect(file);
            if (present.isPresent()) {
                return new LocalDatabase(present.get(), file, null);
            }
            Path damaged = file.setAside();
            return new LocalDatabase(connect(file).orElseThrow(), file, damaged);
        } catch (SQLException | IOException e) {
            throw new StoreException("The local copy in " + folder + " cannot be opened", e);
        }
    }

    /// Empty if the store is not what was written to it. H2 keeps no log of its own, in which it would write rows in
    /// clear.
    private static Optional<Connection> connect(StoreFile file) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + file.folder().toAbsolutePath().resolve("copy")
                + ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
        source.setUser("keyrack");
        source.setPassword(StoreKey.of(file.folder()) + " ");
        Connection connection;
        try {
            connection = source.getConnection();
        } catch (SQLException e) {
            if (UNREADABLE.contains(e.getErrorCode())) {
                return Optional.empty();
            }
            throw e;
        }
        boolean whole = false;
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:dev/keyrack/client/store/migration")
                    .load()
                    .migrate();
            whole = countWrites(connection) >= file.promised();
            return whole ? Optional.of(connection) : Optional.empty();
        } finally {
            if (!whole) {
                connection.close();
            }
        }
    }

    private static long countWrites(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select writes from durable");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Where the store that was damaged is now; empty if it was whole when it was opened.
    Optional<Path> damaged() {
        return Optional.ofNullable(damaged);
    }

    /// Reads a row.
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// Writes within a transaction.
    interface Writing {
        void run() throws SQLException;
    }

    synchronized <T> List<T> query(String sql, Reading<T> reading, Object... values) {
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

    /// All of it or nothing.
    synchronized void inTransaction(Writing writing) {
        boolean interrupted = Thread.interrupted();
        try {
            writing.run();
            connection.commit();
            StoreHeader.write(connection);
        } catch (SQLException e) {
            rollBack(e);
            throw new StoreException("The local copy cannot be written", e);
        } finally {
            restore(interrupted);
        }
    }

    /// As [#inTransaction]; when this returns, no power cut can undo it.
    synchronized void durably(Writing writing) {
        inTransaction(() -> {
            writing.run();
            update("update durable set writes = ?", writes + 1);
        });
        // the end of the transaction is in the file, but maybe not on the disk yet
        inTransaction(() -> update("checkpoint sync"));
        writes++;
        file.promise(writes);
    }

    /// Within a transaction.
    void update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            statement.executeUpdate();
        }
    }

    /// Within a transaction: once for each row of values.
    void updateAll(String sql, List<@Nullable Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                fill(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void fill(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    synchronized void interrupt(Thread thread) {
        thread.interrupt();
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
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
}
