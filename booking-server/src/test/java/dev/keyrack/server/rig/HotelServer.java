package dev.keyrack.server.rig;

import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.ServerConfig;
import dev.keyrack.server.operation.HotelImport;
import dev.keyrack.server.sync.ChangeFeed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A server on a free port with real bookings around today, for the programs that stand before one. It is filled once
/// in
/// a JVM; each that is opened starts from a copy of that folder.
public record HotelServer(ServerAssembly server, SignIn administrator) {

    private static final Map<Filling, Filled> FILLED = new ConcurrentHashMap<>();

    private record Filling(LocalDate day, int days) {}

    private record Filled(Path folder, SignIn administrator) {}

    /// Whoever opens it closes its server.
    ///
    /// @param days how many days before today have bookings, and four times as many after
    public static HotelServer open(Path folder, Clock clock, int days) throws IOException {
        Filled filled = FILLED.computeIfAbsent(
                new Filling(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), days), HotelServer::fill);
        copy(filled.folder(), folder);
        ServerAssembly server = new ServerAssembly(ServerConfig.onLoopback(folder, 0, clock));
        server.start();
        return new HotelServer(server, filled.administrator());
    }

    private static Filled fill(Filling filling) {
        Clock clock = Clock.systemUTC();
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "hotels");
            try (var server = new ServerAssembly(ServerConfig.onLoopback(folder, 0, clock));
                    InputStream history = HotelImport.builtIn()) {
                var hotels = new HotelImport(server.database(), new ChangeFeed(), clock);
                hotels.run(history, HotelImport.Span.around(hotels.today(), filling.days()), line -> {});
                return new Filled(folder, server.startForTrial().orElseThrow());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
