package dev.keyrack.server.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's database: H2 in its folder, or PostgreSQL. Two ways in: [#read] and [#write].
///
/// All writes stand in one line. One writer takes what waits, does it in the order of arrival within one transaction,
/// and commits once: nothing runs beside it, so that no piece of work ever decides on what another one is changing, on
/// either database and with any number of nodes (H2 would even lose committed updates, see `H2LostUpdateIT`). And
/// nothing returns from [#write] before it is durable.
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int POOL_SIZE = 10;
    private static final String LOCK_TIMEOUT = "55P03";
    private static final String CONNECTION_FAILURE = "08";
    private static final String SHUTDOWN = "57P0";
    private static final long SURE_NANOS = 500_000_000;
    private static final int PROBE_SECONDS = 5;

    private final HikariDataSource pool;
    private final SessionFactory sessions;
    private final Dialect dialect;
    private final DurabilityGate gate;
    private final WriteQueue writes;
    private final KeptRows kept = new KeptRows();
    /// Whether the last batch came as far as its commit.
    private boolean committing;
    /// The writer's own, from one batch to the next: with another one, the rows that it knows would be of no use.
    private @Nullable Connection session;
    private long sessionUsed;
    private final String node = UUID.randomUUID().toString();

    private Database(HikariDataSource pool, SessionFactory sessions, Dialect dialect, DurabilityGate gate) {
        this.pool = pool;
        this.sessions = sessions;
        this.dialect = dialect;
        this.gate = gate;
        writes = new WriteQueue(this::run, this::tidy);
    }

    /// Opens the database at a JDBC URL that [DatabaseUrl] made, and brings its schema up to date.
    ///
    /// @param entities the Hibernate entities of all features
    /// @throws DatabaseException if it cannot be opened, for instance because another process has it
    public static Database open(String url, Durability durability, List<Class<?>> entities) {
        AnchoredFile.register();
        Dialect dialect = Dialect.of(url);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(dialect == Dialect.H2 ? url + durability.urlSuffix() : url);
        if (dialect == Dialect.H2) {
            config.setUsername("keyrack");
            config.setPassword("");
        }
        config.setMaximumPoolSize(POOL_SIZE + 2);
        config.setAutoCommit(false);
        config.setConnectionTimeout(30_000);
        config.setPoolName("keyrack");
        HikariDataSource pool = opened(config);
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration/common", "classpath:db/migration/" + dialect.folder())
                    .load()
                    .migrate();
            return new Database(
                    pool, sessionFactory(entities, pool), dialect, DurabilityGate.open(durability, pool, dialect));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource opened(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new DatabaseException("The database cannot be opened; does another server use this folder?", e);
        }
    }

    private static SessionFactory sessionFactory(List<Class<?>> entities, HikariDataSource pool) {
        Configuration configuration = new Configuration();
        configuration.getProperties().put("hibernate.connection.datasource", pool);
        configuration.setProperty("hibernate.connection.provider_disables_autocommit", "true");
        // the transaction is the connection's: Database commits it, not a session
        configuration.setProperty("hibernate.allow_update_outside_transaction", "true");
        configuration.setProperty("hibernate.jdbc.batch_size", "50");
        configuration.setProperty("hibernate.order_inserts", "true");
        configuration.setProperty("hibernate.order_updates", "true");
        configuration.setProperty("hibernate.cache.use_second_level_cache", "false");
        entities.forEach(configuration::addAnnotatedClass);
        return configuration.buildSessionFactory();
    }

    /// Runs work that changes nothing, beside others.
    public <T> T read(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            Transaction transaction = new Transaction(connection, dialect, sessions, new KeptRows(), false);
            try {
                return work.run(transaction);
            } finally {
                transaction.closeSession();
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new DatabaseException("The database failed", e);
        }
    }

    /// Runs work when its turn comes, and returns when its outcome is durable. If the work throws, nothing of it stays.
    /// The work may be run more than once, of which only the last run stays: it must change nothing else.
    ///
    /// @throws BusyException if its turn did not come in time; then nothing was changed
    public <T> T write(Work<T> work) {
        return writes.submit(work, null);
    }

    /// The same for work that looks at a row whose name is known before: it is read together with those of others.
    public <K, V, T> T write(Table<K, V> table, K key, Work<T> work) {
        return writes.submit(work, new WriteQueue.Wanted<>(table, key));
    }

    /// Runs a batch in one transaction; where that fails as a whole, each piece of work in its own. Where nobody knows
    /// whether it was committed, nothing is done again.
    private void run(List<WriteQueue.Request<?>> batch) {
        DurabilityGate.Opening opening;
        committing = false;
        try {
            opening = gate.opening();
            commit(batch);
        } catch (RuntimeException | Error e) {
            if (batch.size() == 1 || committing || isTransient(e)) {
                batch.forEach(request -> request.fail(isTransient(e) && !committing ? new BusyException() : e));
            } else {
                LOG.warn("A batch of {} failed; each piece of it is done again alone", batch.size(), e);
                batch.forEach(request -> run(List.of(request)));
            }
            return;
        }
        var _ = gate.passage(opening).whenComplete((_, failure) -> {
            if (failure == null) {
                batch.forEach(WriteQueue.Request::release);
            } else {
                batch.forEach(request -> request.fail(failure));
            }
        });
    }

    private void commit(List<WriteQueue.Request<?>> batch) {
        try {
            Connection connection = session();
            boolean done = false;
            Transaction transaction = new Transaction(connection, dialect, sessions, kept, true);
            try {
                takeTurn(transaction);
                load(transaction, batch);
                batch.forEach(request -> request.run(transaction));
                transaction.finish();
                committing = true;
                connection.commit();
                dialect.committed(connection);
                done = true;
                kept.trim();
            } finally {
                transaction.closeSession();
                if (!done) {
                    leaveSession();
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException("The database failed", e);
        }
    }

    /// A database server that was started again may have lost what was committed last, and was never acknowledged: with
    /// a new session, nothing is known any more.
    private Connection session() throws SQLException {
        Connection present = session;
        if (present != null && System.nanoTime() - sessionUsed > SURE_NANOS && !present.isValid(PROBE_SECONDS)) {
            leaveSession();
            present = null;
        }
        if (present == null) {
            kept.forgetAll();
            present = pool.getConnection();
            session = present;
        }
        sessionUsed = System.nanoTime();
        return present;
    }

    private void leaveSession() throws SQLException {
        kept.forgetAll();
        try (Connection left = session) {
            session = null;
            if (left != null) {
                left.rollback();
            }
        }
    }

    private void tidy() {
        try (Connection connection = pool.getConnection()) {
            dialect.tidy(connection);
        } catch (SQLException e) {
            LOG.warn("The database could not be tidied; it will be tried again", e);
        }
    }

    private static void load(Transaction transaction, List<WriteQueue.Request<?>> batch) {
        Map<Table<?, ?>, Set<Object>> wanted = new HashMap<>();
        for (WriteQueue.Request<?> request : batch) {
            WriteQueue.Wanted<?, ?> row = request.wanted();
            if (row != null) {
                wanted.computeIfAbsent(row.table(), _ -> new LinkedHashSet<>()).add(row.key());
            }
        }
        wanted.forEach((table, keys) -> load(transaction, table, keys));
    }

    @SuppressWarnings("unchecked") // what is wanted names a key of its table
    private static <K> void load(Transaction transaction, Table<K, ?> table, Set<Object> keys) {
        transaction.load(table, (Set<K>) keys);
    }

    /// Where several nodes share a database, waits for the others, and forgets what one of them may have changed.
    private void takeTurn(Transaction transaction) {
        if (dialect.turn().isEmpty()) {
            return;
        }
        Optional<String> last = transaction.find(dialect.turn(), row -> row.text("content"));
        if (!last.equals(Optional.of(node))) {
            kept.forgetAll();
            transaction.update("update setting set content = ? where name = 'writer.last'", node);
        }
    }

    /// Whether another node held the turn for too long, or the database server is being started again.
    private static boolean isTransient(Throwable failure) {
        return failure.getCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && (LOCK_TIMEOUT.equals(cause.getSQLState())
                        || cause.getSQLState().startsWith(CONNECTION_FAILURE)
                        || cause.getSQLState().startsWith(SHUTDOWN));
    }

    @Override
    public void close() {
        writes.close();
        try {
            leaveSession();
        } catch (SQLException e) {
            LOG.warn("The writer's session did not end well", e);
        }
        gate.close();
        sessions.close();
        pool.close();
    }
}
