package dev.keyrack.server;

import dev.keyrack.server.operation.HotelImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Where a command finds a booking history.
final class HistorySource {

    @Parameters(paramLabel = "FILE", description = "the history: CSV, plain or gzip")
    private @Nullable Path file;

    @Option(names = "--builtin", description = "the history that comes with the program")
    private boolean builtIn;

    /// For picocli.
    HistorySource() {}

    /// @throws java.nio.file.NoSuchFileException if there is no such file
    InputStream open() throws IOException {
        return builtIn || file == null ? HotelImport.builtIn() : Files.newInputStream(file);
    }
}
