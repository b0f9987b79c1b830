package dev.keyrack.server.rig;

import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.DatabaseUrl;
import dev.keyrack.server.persistence.Durability;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The database that a test runs on: H2 in the test's folder, or with `-Dtest.database=postgresql` a real PostgreSQL
/// that keeps each folder's data in a database of its own.
public final class TestDatabase {

    private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("test.database"));
    /// After 3 seconds instead of 45: the file is written over as it is after hours of work. The disk must be faster.
    private static final String ROOM_USED_AGAIN = ";RETENTION_TIME=3000";

    private static final Map<Path, String> URLS = new ConcurrentHashMap<>();

    private TestDatabase() {}

    /// Starts when a test first needs it, and ends with the JVM.
    private static final class Cluster {

        private static final EmbeddedPostgres POSTGRES = start();
    }

    /// A PostgreSQL as durable as one that ships: the tests' own default would not wait for the disk.
    static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
    }

    public static EmbeddedPostgres start() {
        try {
            return builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Database open(Path folder, Durability durability, List<Class<?>> entities) {
        return Database.open(url(folder), durability, entities);
    }

    /// The URL of a folder's database.
    public static String url(Path folder) {
        return POSTGRESQL
                ? URLS.computeIfAbsent(folder, _ -> createIn(Cluster.POSTGRES))
                : DatabaseUrl.inFolder(folder) + ROOM_USED_AGAIN;
    }

    /// A new database, and the URL that the server opens it by.
    public static String createIn(EmbeddedPostgres cluster) {
        String name = "keyrack_" + URLS.size() + "_" + System.nanoTime();
        try (Connection connection = cluster.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return DatabaseUrl.postgresql(cluster.getJdbcUrl("postgres", name));
    }
}
