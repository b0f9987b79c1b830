package dev.keyrack.server.persistence;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;

/// What the two databases are asked differently.
enum Dialect {
    /// A file of one process.
    H2("h2", "") {
        // Each commit wrote its chunk: only the disk is to be waited for. CHECKPOINT SYNC would store another chunk
        // beside the writer, map after map, and a kill could then leave half a transaction behind.
        @Override
        void sync(Connection connection) throws SQLException {
            try {
                store(connection).sync();
            } catch (MVStoreException e) {
                throw new SQLException(e);
            }
        }

        @Override
        boolean comesBack() {
            return false;
        }

        // Where a chunk does not lie where the one before foretold, H2 writes the header anew, but with the chunk
        // before:
        // a kill would lose the commit. So it is written once more, when H2 knows which chunk is the newest.
        @Override
        void committed(Connection connection) throws SQLException {
            try {
                MVStore store = store(connection);
                store.executeFilestoreOperation(() -> nameNewestChunk(store.getFileStore()));
            } catch (MVStoreException e) {
                throw new SQLException(e);
            }
        }

        // With a thread of its own H2 would do this by itself, in the middle of a transaction of the writer. What was
        // moved is on the disk before the place where it was can be written over.
        @Override
        void tidy(Connection connection) throws SQLException {
            try {
                MVStore store = store(connection);
                if (store.compact(FULL_ENOUGH_PERCENT, MOST_TIDIED_BYTES)) {
                    committed(connection);
                    store.sync();
                }
            } catch (MVStoreException e) {
                throw new SQLException(e);
            }
        }
    },

    /// A server that several nodes may share. One of them writes at a time; what it commits waits for the disk
    /// only at the gate, behind which the next one writes already. The writer finds rows by their keys: it is
    /// never to scan a table because that was small when a statement was planned.
    POSTGRESQL(
            "postgresql",
            "select set_config('synchronous_commit', 'off', true), set_config('enable_seqscan', 'off', true),"
                    + " set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),"
                    + " content from setting where name = 'writer.last' for update") {
        @Override
        void sync(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_logical_emit_message(true, 'keyrack', '')");
            }
        }

        @Override
        boolean comesBack() {
            return true;
        }

        @Override
        void committed(Connection connection) {
            // it is in its log
        }

        @Override
        void tidy(Connection connection) {
            // autovacuum does it
        }
    };

    private static final int FULL_ENOUGH_PERCENT = 50;
    private static final int MOST_TIDIED_BYTES = 2 << 20;

    private final String folder;
    private final String turn;

    Dialect(String folder, String turn) {
        this.folder = folder;
        this.turn = turn;
    }

    static Dialect of(String url) {
        return url.startsWith("jdbc:postgresql:") ? POSTGRESQL : H2;
    }

    /// Where the migrations are that only this database needs.
    String folder() {
        return folder;
    }

    /// Makes this transaction the only one that writes, and tells in `content` which node wrote last; empty where the
    /// process itself sees to that.
    String turn() {
        return turn;
    }

    /// Returns when everything committed before is on the disk.
    ///
    /// @param connection commits by itself
    abstract void sync(Connection connection) throws SQLException;

    /// To be called after each commit, on the thread that writes: what was committed survives a kill when this returns.
    abstract void committed(Connection connection) throws SQLException;

    /// Makes room in the file where rows were changed or went; bounded, and only on the thread that writes, between two
    /// transactions.
    abstract void tidy(Connection connection) throws SQLException;

    private static final MethodHandle WRITE_HEADER = headerWriter();

    private static MethodHandle headerWriter() {
        try {
            return MethodHandles.privateLookupIn(RandomAccessStore.class, MethodHandles.lookup())
                    .findVirtual(RandomAccessStore.class, "writeStoreHeader", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This is not the H2 whose file is known", e);
        }
    }

    private static void nameNewestChunk(FileStore<?> file) {
        if (!(file instanceof RandomAccessStore store)) {
            return; // in memory
        }
        try {
            WRITE_HEADER.invokeExact(store);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    /// Whether it may go on after a failure, once it was started again.
    abstract boolean comesBack();
}
