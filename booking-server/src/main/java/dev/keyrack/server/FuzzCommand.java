package dev.keyrack.server;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.fuzz.Fuzzer;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.identity.NewAccount;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.persistence.Json;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `keyrack bench fuzz`: requests right and wrong, each answer judged by `openapi.json`.
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = "Sends requests right and wrong, as every role, and judges each answer by the description of the"
                + " interface. Wants an empty data folder or database.")
final class FuzzCommand implements Callable<Integer> {

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--requests", defaultValue = "1000000", description = "how many (default: ${DEFAULT-VALUE})")
    private int requests;

    @Option(names = "--seed", description = "what is sent; without it, anything, and it is printed")
    private @Nullable Long seed;

    @Spec
    private CommandSpec spec;

    private final Clock clock;

    @SuppressWarnings("NullAway.Init")
    FuzzCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (requests < 1) {
            throw new ParameterException(spec.commandLine(), "expected --requests of 1 or more");
        }
        PrintWriter err = spec.commandLine().getErr();
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed;
        ServerConfig config = new ServerConfig(data.folder(), data.url(), "127.0.0.1", 0, null, Durability.DISK, clock);
        try (ServerAssembly server = new ServerAssembly(config)) {
            Optional<SignIn> administrator = server.startForTrial();
            if (administrator.isEmpty()) {
                err.println("There is a site in that data already: name an empty folder.");
                return 1;
            }
            BenchCommand.open(server);
            Fuzzer.Report report = new Fuzzer(server.uri(), accounts(server, administrator.get()), LocalDate.now(clock))
                    .run(requests, chosen);
            report.faults().forEach(err::println);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("bench", "fuzz");
            line.put("database", data.isFile() ? "h2" : "postgresql");
            line.put("seed", chosen);
            line.put("requests", report.requests());
            line.put("statuses", report.statuses());
            line.put("faults", report.faults().size());
            line.put("promisesHold", report.faults().isEmpty());
            PrintWriter out = spec.commandLine().getOut();
            out.println(Json.write(line));
            out.flush();
            return report.faults().isEmpty() ? 0 : 1;
        }
    }

    private static List<SignIn> accounts(ServerAssembly server, SignIn administrator) {
        List<SignIn> accounts = new ArrayList<>(List.of(administrator));
        for (Role role : List.of(Role.GUEST, Role.KIOSK, Role.FRONT_DESK, Role.MANAGER)) {
            SiteId site = role == Role.GUEST ? null : BenchCommand.SITE;
            UserDetails details = new UserDetails("One", "Who Asks", null, null);
            accounts.add(server.identity()
                    .createAccount(Caller.SYSTEM, new NewAccount("fuzz-" + role, role, site, details)));
        }
        return accounts;
    }
}
