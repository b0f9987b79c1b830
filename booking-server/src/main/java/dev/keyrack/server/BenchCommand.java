package dev.keyrack.server;

import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.bench.Figures;
import dev.keyrack.server.bench.Guests;
import dev.keyrack.server.bench.PlainSql;
import dev.keyrack.server.bench.Shape;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.verification.Verification;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `keyrack bench`: measures, and prints one line of JSON a measurement.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures the server on this machine, in ratios within one run.")
final class BenchCommand {

    static final SiteId SITE = new SiteId("sit_bench");
    private static final int PLENTY = 1_000_000;
    private static final int[] WORKERS = {1, 4, 16, 64};
    private static final long NANOS_IN_SECOND = 1_000_000_000;

    /// For picocli.
    BenchCommand() {}

    /// The whole path over HTTP, hold and payment by token, against the same rows by plain SQL.
    @Command(
            name = "booking",
            mixinStandardHelpOptions = true,
            description = "Books over HTTP, then writes the same rows by plain SQL, and prints the ratio."
                    + " Wants an empty data folder or database.")
    static final class Booking implements Callable<Integer> {

        @Mixin
        private DataOptions data = new DataOptions();

        @Option(names = "--clients", defaultValue = "64", description = "guests at a time (default: ${DEFAULT-VALUE})")
        private int clients;

        @Option(names = "--seconds", defaultValue = "10", description = "for each part (default: ${DEFAULT-VALUE})")
        private int seconds;

        @Spec
        private @Nullable CommandSpec spec;

        private final Clock clock;

        Booking(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() throws InterruptedException {
            if (spec == null) {
                throw new IllegalStateException("not run by picocli");
            }
            PrintWriter out = spec.commandLine().getOut();
            ServerConfig config =
                    new ServerConfig(data.folder(), data.url(), "127.0.0.1", 0, null, Durability.DISK, clock);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("bench", "booking");
            line.put("database", data.isFile() ? "h2" : "postgresql");
            line.put("clients", clients);
            line.put("cores", Runtime.getRuntime().availableProcessors());
            boolean holds;
            Figures spread;
            Figures hot;
            try (ServerAssembly server = new ServerAssembly(config)) {
                server.start();
                open(server);
                Guests guests = new Guests(server.uri(), Shape.opening(clock));
                guests.run(clients, Shape.SPREAD, during(seconds));
                spread = guests.run(clients, Shape.SPREAD, during(seconds));
                hot = guests.run(clients, Shape.HOT, during(seconds));
                holds = new Verification(server.database()).run().stream().allMatch(Verification.Check::holds);
            }
            put(line, "spread", spread);
            put(line, "hot", hot);
            double spreadLimit = limit(config, Shape.SPREAD);
            double hotLimit = limit(config, Shape.HOT);
            line.put("spreadLimit", round(spreadLimit));
            line.put("hotLimit", round(hotLimit));
            line.put("spreadToLimit", round(spread.perSecond() / spreadLimit));
            line.put("hotToLimit", round(hot.perSecond() / hotLimit));
            line.put("hotToSpread", round(hot.perSecond() / spread.perSecond()));
            line.put("promisesHold", holds);
            out.println(Json.write(line));
            out.flush();
            return holds ? 0 : 1;
        }

        private static void put(Map<String, Object> line, String name, Figures figures) {
            line.put(name + "PerSecond", round(figures.perSecond()));
            line.put(name + "P50Ms", round(figures.millis(0.5)));
            line.put(name + "P99Ms", round(figures.millis(0.99)));
            line.put(name + "Refused", figures.refusals());
        }

        /// The best of several numbers of workers.
        private double limit(ServerConfig config, Shape shape) throws InterruptedException {
            PlainSql plain = new PlainSql(config.database() + (data.isFile() ? ";WRITE_DELAY=0" : ""), clock);
            plain.open(PLENTY);
            double best = 0;
            for (int workers : WORKERS) {
                best = Math.max(
                        best,
                        plain.run(workers, shape, during(Math.max(1, seconds / 2)))
                                .perSecond());
            }
            return best;
        }
    }

    private static BooleanSupplier during(int seconds) {
        long end = System.nanoTime() + seconds * NANOS_IN_SECOND;
        return () -> System.nanoTime() - end > 0;
    }

    static double round(double figure) {
        return Math.round(figure * 100) / 100.0;
    }

    /// A site with resources that never sell out.
    private static void open(ServerAssembly server) {
        ResourceTerms terms = new ResourceTerms(
                ResourceType.HOTEL,
                "Room",
                "",
                List.of(),
                List.of(),
                new BigDecimal("4.5"),
                2,
                PLENTY,
                new BigDecimal("150.00"),
                0,
                0,
                0,
                0,
                1_000,
                false,
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                List.of(),
                List.of());
        server.database().write(tx -> {
            server.catalog().addSite(tx, site());
            for (int i = 0; i < Shape.RESOURCES; i++) {
                server.catalog().addResource(tx, new ResourceId(Shape.resource(i)), SITE, terms);
            }
            return true;
        });
    }

    /// Where benches sell.
    static Site site() {
        return new Site(
                SITE,
                "Bench",
                "Nowhere",
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                ZoneOffset.UTC,
                CurrencyUnit.USD,
                LocalTime.of(15, 0),
                10);
    }
}
