package dev.keyrack.server;

import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.DatabaseException;
import dev.keyrack.server.persistence.DatabaseUrl;
import dev.keyrack.server.persistence.Durability;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a command finds the data.
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "the data folder (default: ${DEFAULT-VALUE})")
    private Path folder = Path.of("data");

    @Option(
            names = "--database",
            paramLabel = "URL",
            description =
                    "a PostgreSQL database, postgresql://HOST:PORT/NAME?user=USER&password=PASSWORD; without it, H2 in"
                            + " the data folder")
    private @Nullable String database;

    /// For picocli.
    DataOptions() {}

    Path folder() {
        return folder;
    }

    boolean isFile() {
        return database == null;
    }

    /// The JDBC URL.
    String url() {
        return database == null ? DatabaseUrl.inFolder(folder) : DatabaseUrl.postgresql(database);
    }

    /// The same options for another program.
    List<String> toArguments() {
        return database == null
                ? List.of("--data", folder.toString())
                : List.of("--data", folder.toString(), "--database", database);
    }

    /// Opens the data for a command that runs beside no server.
    ///
    /// @throws DatabaseException with a message for the operator
    Database open() {
        String url = url();
        try {
            return Database.open(url, Durability.DISK, ServerAssembly.ENTITIES);
        } catch (RuntimeException e) {
            throw new DatabaseException(
                    isFile()
                            ? "The data in " + folder + " cannot be opened. Does a server run on it?"
                            : "The database cannot be opened.",
                    e);
        }
    }
}
