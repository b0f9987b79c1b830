package dev.keyrack.client.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;

/// The first blocks of H2's file, which say where its newest chunk is. Where a chunk does not lie where the one before
/// foretold, H2 2.5 writes them anew, but with the chunk before: a kill would lose the commit. See ADR 007.
final class StoreHeader {

    private static final MethodHandle WRITE = writer();

    private StoreHeader() {}

    private static MethodHandle writer() {
        try {
            return MethodHandles.privateLookupIn(RandomAccessStore.class, MethodHandles.lookup())
                    .findVirtual(RandomAccessStore.class, "writeStoreHeader", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This is not the H2 whose file is known", e);
        }
    }

    /// Makes a commit survive a kill. It is on the disk before the header names it: after a power cut, a header that
    /// names what is not there would have H2 guess.
    ///
    /// @param connection the only one that writes, just after its commit
    static void write(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        MVStore store = session.getDatabase().getStore().getMvStore();
        try {
            store.sync();
            store.executeFilestoreOperation(() -> write((RandomAccessStore) store.getFileStore()));
            // the next commit may be written over what only the header before leads to
            store.sync();
        } catch (MVStoreException e) {
            throw new SQLException(e);
        }
    }

    private static void write(RandomAccessStore file) {
        try {
            WRITE.invokeExact(file);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
