package dev.keyrack.server.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/// The server's database. Two ways in: [#read] and [#write].
///
/// Every write runs alone, under one fair lock: H2 loses committed updates when transactions that wait for one row meet
/// rollbacks (measured; see `H2LostUpdateIT`). And nothing returns from [#write] before it is durable.
public final class Database implements AutoCloseable {

    private static final int POOL_SIZE = 10;

    private final HikariDataSource pool;
    private final SessionFactory sessions;
    private final DurabilityGate gate;
    private final ReentrantLock writeLock = new ReentrantLock(true);

    private Database(HikariDataSource pool, SessionFactory sessions, DurabilityGate gate) {
        this.pool = pool;
        this.sessions = sessions;
        this.gate = gate;
    }

    /// Opens, or creates, the database in a folder and brings its schema up to date.
    ///
    /// @param entities the Hibernate entities of all features
    /// @throws DatabaseException if it cannot be opened, for instance because another process has it
    public static Database open(Path folder, Durability durability, List<Class<?>> entities) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(folder, durability));
        config.setUsername("keyrack");
        config.setPassword("");
        config.setMaximumPoolSize(POOL_SIZE + 1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(30_000);
        config.setPoolName("keyrack");
        HikariDataSource pool = opened(config);
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration/common")
                    .load()
                    .migrate();
            return new Database(pool, sessionFactory(entities, pool), DurabilityGate.open(durability, pool));
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

    private static String url(Path folder, Durability durability) {
        String path = folder.toAbsolutePath().resolve("keyrack").toString();
        if (path.indexOf(';') >= 0) {
            throw new DatabaseException("The data folder's name must not contain a semicolon", null);
        }
        return "jdbc:h2:file:" + path + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000;CACHE_SIZE=131072"
                + durability.urlSuffix();
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
        return run(work, false);
    }

    /// Runs work in one transaction, alone, and returns when its outcome is durable. If the work throws, nothing
    /// of it stays.
    public <T> T write(Work<T> work) {
        T result;
        writeLock.lock();
        try {
            result = run(work, true);
        } finally {
            writeLock.unlock();
        }
        gate.await();
        return result;
    }

    private <T> T run(Work<T> work, boolean commits) {
        try (Connection connection = pool.getConnection()) {
            Transaction transaction = new Transaction(connection, sessions);
            boolean done = false;
            try {
                T result = work.run(transaction);
                transaction.finish();
                if (commits) {
                    connection.commit();
                    done = true;
                }
                return result;
            } finally {
                transaction.closeSession();
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException("The database failed", e);
        }
    }

    @Override
    public void close() {
        gate.close();
        sessions.close();
        pool.close();
    }
}
