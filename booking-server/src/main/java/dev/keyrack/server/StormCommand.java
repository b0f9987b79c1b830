package dev.keyrack.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.contract.availability.Occurrence;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.bench.Storm;
import dev.keyrack.server.bench.Wire;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.verification.Verification;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `keyrack bench storm`: many people want few tickets of one performance.
@Command(
        name = "storm",
        mixinStandardHelpOptions = true,
        description =
                "Lets many people want few tickets of one performance, on loopback, after the same for the evening before,"
                        + " which does not count. Wants an empty data folder or"
                        + " database; exit 0 only if each ticket was sold once and everybody else was told that it is sold out.")
final class StormCommand implements Callable<Integer> {

    private static final int MOST = 1_000_000;
    private static final int DAYS_AHEAD = 30;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--people", defaultValue = "10000", description = "who want one each (default: ${DEFAULT-VALUE})")
    private int people;

    @Option(names = "--tickets", defaultValue = "1000", description = "how many there are (default: ${DEFAULT-VALUE})")
    private int tickets;

    @Option(
            names = "--connections",
            defaultValue = "1000",
            description = "people connected at a time; the others stand in line (default: ${DEFAULT-VALUE})")
    private int connections;

    @Spec
    private CommandSpec spec;

    private final Clock clock;

    @SuppressWarnings("NullAway.Init")
    StormCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (people < 1 || tickets < 1 || connections < 1 || Math.max(people, tickets) > MOST) {
            throw new ParameterException(
                    spec.commandLine(), "expected --people, --tickets and --connections from 1 to " + MOST);
        }
        ServerConfig config = new ServerConfig(data.folder(), data.url(), "127.0.0.1", 0, null, Durability.DISK, clock);
        try (ServerAssembly server = new ServerAssembly(config)) {
            Optional<SignIn> administrator = server.startForTrial();
            if (administrator.isEmpty()) {
                spec.commandLine().getErr().println("There is a site in that data already: name an empty folder.");
                return 1;
            }
            return storm(server, administrator.get());
        }
    }

    private int storm(ServerAssembly server, SignIn administrator) throws InterruptedException {
        Instant start = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(DAYS_AHEAD, ChronoUnit.DAYS);
        ResourceId play = ResourceId.random();
        server.database().write(tx -> {
            server.catalog().addSite(tx, BenchCommand.site());
            return server.catalog().addResource(tx, play, BenchCommand.SITE, terms());
        });
        // a program that was just started is slow: the evening before is sold first, and does not count
        storm(server, administrator, play, start.minus(1, ChronoUnit.DAYS));
        Storm storm = storm(server, administrator, play, start);
        int taken = taken(Wire.to(server.uri()), play, start);
        boolean holds = new Verification(server.database()).run().stream().allMatch(Verification.Check::holds);
        int wanted = Math.min(people, tickets);
        boolean exact = taken == wanted
                && storm.sold().count() == wanted
                && storm.soldOut().count() == people - wanted;
        print(storm, taken, holds && exact);
        return holds && exact ? 0 : 1;
    }

    private Storm storm(ServerAssembly server, SignIn administrator, ResourceId play, Instant start)
            throws InterruptedException {
        Occurrence evening = new Occurrence(start, start.plus(2, ChronoUnit.HOURS), tickets);
        plan(Wire.to(server.uri()), administrator, play, evening);
        Storm storm = new Storm(
                server.uri(), play.value(), start.toString(), evening.end().toString());
        storm.run(people, connections);
        return storm;
    }

    private void print(Storm storm, int taken, boolean holds) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("bench", "storm");
        line.put("database", data.isFile() ? "h2" : "postgresql");
        line.put("cores", Runtime.getRuntime().availableProcessors());
        line.put("people", people);
        line.put("tickets", tickets);
        line.put("connections", connections);
        line.put("sold", storm.sold().count());
        line.put("soldOut", storm.soldOut().count());
        line.put("otherwise", storm.unanswered());
        line.put("askedToComeAgain", storm.busy());
        line.put("taken", taken);
        line.put("seconds", BenchCommand.round(storm.sold().seconds()));
        line.put("soldP50Ms", BenchCommand.round(storm.sold().millis(0.5)));
        line.put("soldP99Ms", BenchCommand.round(storm.sold().millis(0.99)));
        line.put("soldOutP50Ms", BenchCommand.round(storm.soldOut().millis(0.5)));
        line.put("soldOutP99Ms", BenchCommand.round(storm.soldOut().millis(0.99)));
        line.put("promisesHold", holds);
        spec.commandLine().getOut().println(Json.write(line));
        spec.commandLine().getOut().flush();
    }

    private static void plan(Wire wire, SignIn administrator, ResourceId play, Occurrence evening) {
        String token = BenchCommand.token(wire, administrator);
        Wire.Reply planned = wire.as(token).send("PUT", "api/v1/resources/" + play + "/occurrences", evening);
        if (planned.status() != 200) {
            throw new IllegalStateException("the performance could not be planned: " + planned.body());
        }
    }

    /// How many tickets are gone, as the calendar says.
    private static int taken(Wire wire, ResourceId play, Instant start) {
        LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
        JsonNode calendar = wire.get("api/v1/resources/" + play + "/calendar?from=" + day + "&to=" + day.plusDays(1))
                .body();
        return calendar.path("entries").path(0).path("taken").asInt();
    }

    private static ResourceTerms terms() {
        return new ResourceTerms(
                ResourceType.EVENT,
                "Play",
                "",
                List.of(),
                List.of(),
                new BigDecimal("4.5"),
                1,
                0,
                new BigDecimal("30.00"),
                0,
                0,
                0,
                0,
                1_000,
                false,
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                List.of(),
                List.of());
    }
}
