package dev.keyrack.server;

import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.operation.HotelImport;
import dev.keyrack.server.operation.ImportReport;
import dev.keyrack.server.sync.ChangeFeed;
import dev.keyrack.server.verification.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `keyrack demo`: a server on the real data around today, the specification's flow walked through it, and then the
/// desk and the kiosk: open on a screen, or driven where there is none.
@Command(
        name = "demo",
        description = "Starts a server on real data, walks through a booking, and opens the desk and a kiosk; with no"
                + " display they are driven headless, and their pictures are left in target/demo/.")
final class DemoCommand implements Callable<Integer> {

    private static final int DAYS_AROUND = 30;
    private static final int USUAL_PORT = 8080;
    private static final String DATABASE_FILE = "keyrack.mv.db";

    @Option(
            names = "--once",
            description = "End after the walk; the exit code is 0 only if every answer was as specified.")
    private boolean once;

    @Option(names = "--port", description = "The port (default: 8080; any free one with --once).")
    private @Nullable Integer port;

    @Option(names = "--data", description = "An empty data folder (default: target/demo/data, emptied first).")
    private @Nullable Path data;

    @Spec
    private CommandSpec command;

    private final Clock clock;

    @SuppressWarnings("NullAway.Init")
    DemoCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        Path folder = data == null ? home().resolve("target/demo/data") : data;
        if (Files.exists(folder.resolve(DATABASE_FILE))) {
            if (data != null || isOpen(folder.resolve(DATABASE_FILE))) {
                out.println(
                        "There is data in " + folder + " already" + (data == null ? ", and a demo runs on it." : "."));
                out.flush();
                return 2;
            }
            delete(folder);
        }
        int wanted = port == null ? (once ? 0 : USUAL_PORT) : port;
        CountDownLatch stopped = new CountDownLatch(1);
        ServerAssembly server = new ServerAssembly(ServerConfig.onLoopback(folder, wanted, clock));
        Thread closing = new Thread(() -> {
            server.close();
            stopped.countDown();
        });
        Runtime.getRuntime().addShutdownHook(closing);
        boolean good = walk(server, folder, out);
        if (!once) {
            out.flush();
            stopped.await();
            return 0;
        }
        Runtime.getRuntime().removeShutdownHook(closing);
        closing.start();
        closing.join();
        return good ? 0 : 1;
    }

    private boolean walk(ServerAssembly server, Path folder, PrintWriter out) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HotelImport hotels = new HotelImport(server.database(), new ChangeFeed(), clock);
        try (InputStream history = HotelImport.builtIn()) {
            out.println("Importing the real stays around today ...");
            out.flush();
            ImportReport report = hotels.run(history, HotelImport.Span.around(hotels.today(), DAYS_AROUND), line -> {});
            report.write(folder.resolve("import-report.csv"));
            report.summary().forEach(out::println);
        }
        Optional<SignIn> administrator = server.startForTrial();
        out.println("The server listens at " + server.uri());
        try {
            DemoFlow.Guest guest = new DemoFlow(server.uri(), folder, hotels.today(), out).run();
            out.printf("%n== Everything that was promised is checked (keyrack verify)%n");
            boolean holds = VerifyCommand.print(new Verification(server.database()).run(), out);
            out.printf(
                    "%n%s after %d s.%n", holds ? "All good" : "NOT GOOD", (System.nanoTime() - begun) / 1_000_000_000);
            boolean worked = holds && showPrograms(server, out);
            if (!once) {
                printNext(server, guest, administrator, out);
            }
            return worked;
        } catch (DemoFlow.UnexpectedAnswer e) {
            out.printf("%nNOT AS SPECIFIED: %s%n", e.getMessage());
            return false;
        } finally {
            out.flush();
        }
    }

    /// Opens the programs, or drives them; then everything that was promised is checked again.
    private boolean showPrograms(ServerAssembly server, PrintWriter out) throws IOException, InterruptedException {
        DemoPrograms programs =
                new DemoPrograms(home(), server.uri(), DemoPrograms.accounts(server.identity(), server.devices()), out);
        if (!once && DemoPrograms.hasDisplay()) {
            programs.open();
            return true;
        }
        boolean driven = programs.drive();
        out.printf("%n== Everything that was promised is checked again (keyrack verify)%n");
        return VerifyCommand.print(new Verification(server.database()).run(), out) && driven;
    }

    private static void printNext(
            ServerAssembly server, DemoFlow.Guest guest, Optional<SignIn> administrator, PrintWriter out) {
        String api = server.uri().resolve("/api/v1").toString();
        out.printf("%nThe server stays up until Ctrl+C. To go on:%n%n");
        out.println("  curl '" + api + "/resources/search?type=event&location=Porto'");
        out.println("  curl '" + api + "/resources/res_clinicduarte'");
        out.println("  curl '" + server.uri().resolve("/health/ready") + "'");
        out.println("  # as the guest " + guest.email());
        out.println(signIn(api, guest.email(), guest.password()));
        out.println("  curl -H \"Authorization: Bearer $TOKEN\" '" + api + "/users/" + guest.userId() + "/bookings'");
        administrator.ifPresent(account -> {
            out.println("  # as the administrator");
            out.println(signIn(api, account.name(), account.password()));
            out.println(
                    "  curl -H \"Authorization: Bearer $TOKEN\" '" + api + "/sync/snapshot/prop:sit_city:ops?limit=5'");
        });
    }

    private static String signIn(String api, String name, String password) {
        return "  TOKEN=$(curl -s -H 'Content-Type: application/json' -d '{\"name\":\"" + name + "\",\"password\":\""
                + password + "\"}' '" + api + "/sessions' | sed 's/.*\"accessToken\":\"\\([^\"]*\\)\".*/\\1/')";
    }

    private static Path home() {
        String launcher = System.getProperty("keyrack.launcher");
        Path home = launcher == null ? null : Path.of(launcher).getParent();
        return home == null ? Path.of("") : home;
    }

    private static boolean isOpen(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
