package dev.keyrack.server;

import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.soak.MovableClock;
import dev.keyrack.server.soak.Soak;
import dev.keyrack.server.soak.SoakException;
import dev.keyrack.server.verification.Verification;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `keyrack bench soak`: random work by many clients, judged round by round.
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "Lets clients hold, book, change, cancel and cut capacity at random, and judges after each round"
                + " whether all answers can be true. Wants an empty data folder or database.")
final class SoakCommand implements Callable<Integer> {

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--minutes", defaultValue = "10", description = "how long (default: ${DEFAULT-VALUE})")
    private int minutes;

    @Option(names = "--seed", description = "what the clients do; without it, anything, and it is printed")
    private @Nullable Long seed;

    @Spec
    private CommandSpec spec;

    private final Clock clock;

    @SuppressWarnings("NullAway.Init")
    SoakCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (minutes < 0) {
            throw new ParameterException(spec.commandLine(), "expected --minutes of 0 or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed;
        MovableClock time = new MovableClock(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        ServerConfig config = new ServerConfig(data.folder(), data.url(), "127.0.0.1", 0, null, Durability.DISK, time);
        try (ServerAssembly server = new ServerAssembly(config)) {
            SignIn administrator = server.startForTrial()
                    .orElseThrow(
                            () -> new SoakException("There is a site in that data already: name an empty folder."));
            long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
            Soak.Report report = new Soak(
                            server.uri(), administrator, time, new Verification(server.database()), chosen)
                    .run(() -> System.nanoTime() - end > 0);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("bench", "soak");
            line.put("database", data.isFile() ? "h2" : "postgresql");
            line.put("seed", report.seed());
            line.put("rounds", report.rounds());
            line.put("answers", report.answers());
            line.put("promisesHold", true);
            out.println(Json.write(line));
            out.flush();
            return 0;
        } catch (SoakException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }
}
