package dev.keyrack.client.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/// The one connection to the encrypted file. Whoever uses it holds its monitor; nobody is interrupted meanwhile, since
/// that would close the file under everybody.
final class LocalDatabase implements AutoCloseable {

    private final Connection connection;

    private LocalDatabase(Connection connection) {
        this.connection = connection;
    }

    static LocalDatabase open(Path folder) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve("copy")
                + ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
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
            return new LocalDatabase(connection);
        } catch (SQLException e) {
            throw new StoreException("The local copy in " + folder + " cannot be opened", e);
        }
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
        } catch (SQLException e) {
            rollBack(e);
            throw new StoreException("The local copy cannot be written", e);
        } finally {
            restore(interrupted);
        }
    }

    /// As [#inTransaction]; when this returns, no power cut can undo it.
    synchronized void durably(Writing writing) {
        inTransaction(writing);
        // the end of the transaction is in the file, but maybe not on the disk yet
        inTransaction(() -> update("checkpoint sync"));
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
