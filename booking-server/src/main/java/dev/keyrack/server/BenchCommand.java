package dev.keyrack.server;

import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.bench.Bank;
import dev.keyrack.server.bench.Figures;
import dev.keyrack.server.bench.Guests;
import dev.keyrack.server.bench.PlainSql;
import dev.keyrack.server.bench.Readers;
import dev.keyrack.server.bench.ServerProgram;
import dev.keyrack.server.bench.Shape;
import dev.keyrack.server.bench.Wire;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.verification.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final long MIB = 1 << 20;

    /// For picocli.
    BenchCommand() {}

    /// What every bench of bookings needs.
    abstract static class Bench implements Callable<Integer> {

        @Mixin
        protected DataOptions data = new DataOptions();

        @Option(names = "--clients", defaultValue = "64", description = "guests at a time (default: ${DEFAULT-VALUE})")
        protected int clients;

        @Option(
                names = "--warm-up",
                defaultValue = "60",
                description = "seconds before anything is measured (default: ${DEFAULT-VALUE})")
        protected int warmUp;

        @Spec
        private @Nullable CommandSpec spec;

        protected final Clock clock;
        protected final Map<String, Object> line = new LinkedHashMap<>();

        Bench(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() throws InterruptedException, IOException {
            if (spec == null) {
                throw new IllegalStateException("not run by picocli");
            }
            line.put("bench", spec.name());
            line.put("database", data.isFile() ? "h2" : "postgresql");
            line.put("cores", Runtime.getRuntime().availableProcessors());
            line.put("clients", clients);
            boolean holds;
            try (ServerAssembly server = new ServerAssembly(config(), _ -> new Bank())) {
                Optional<SignIn> administrator = server.startForTrial();
                if (administrator.isEmpty()) {
                    spec.commandLine().getErr().println("There is a site in that data already: name an empty folder.");
                    return 1;
                }
                open(server);
                Guests guests = new Guests(server.uri(), Shape.opening(clock));
                guests.run(clients, Shape.SPREAD, during(warmUp));
                measure(server, administrator.get(), guests);
                holds = new Verification(server.database()).run().stream().allMatch(Verification.Check::holds);
            }
            compare();
            line.put("promisesHold", holds);
            PrintWriter out = spec.commandLine().getOut();
            out.println(Json.write(line));
            out.flush();
            return holds ? 0 : 1;
        }

        ServerConfig config() {
            return new ServerConfig(data.folder(), data.url(), "127.0.0.1", 0, null, Durability.DISK, clock);
        }

        abstract void measure(ServerAssembly server, SignIn administrator, Guests guests)
                throws InterruptedException, IOException;

        /// What is measured when the server has gone.
        void compare() throws InterruptedException, IOException {}

        void put(String name, Figures figures) {
            line.put(name + "PerSecond", round(figures.perSecond()));
            line.put(name + "P50Ms", round(figures.millis(0.5)));
            line.put(name + "P99Ms", round(figures.millis(0.99)));
            line.put(name + "Refused", figures.refusals());
        }
    }

    /// The whole path over HTTP, hold and payment by token, against the same rows by plain SQL.
    @Command(
            name = "booking",
            mixinStandardHelpOptions = true,
            description = "Books over HTTP, then writes the same rows by plain SQL, and prints the ratio."
                    + " Wants an empty data folder or database.")
    static final class Booking extends Bench {

        private static final double STEADY = 0.7;

        @Option(names = "--seconds", defaultValue = "10", description = "for each part (default: ${DEFAULT-VALUE})")
        private int seconds;

        private double spread;
        private double hot;

        Booking(Clock clock) {
            super(clock);
        }

        @Override
        void measure(ServerAssembly server, SignIn administrator, Guests guests) throws InterruptedException {
            Figures ofSpread = guests.run(clients, Shape.SPREAD, during(seconds));
            Figures ofHot = guests.run(clients, Shape.HOT, during(seconds));
            put("spread", ofSpread);
            put("hot", ofHot);
            put("steady", guests.come(STEADY * ofSpread.perSecond(), Shape.SPREAD, during(seconds)));
            spread = ofSpread.perSecond();
            hot = ofHot.perSecond();
        }

        @Override
        void compare() throws InterruptedException {
            double spreadLimit = limit(Shape.SPREAD);
            double hotLimit = limit(Shape.HOT);
            line.put("spreadLimit", round(spreadLimit));
            line.put("hotLimit", round(hotLimit));
            line.put("spreadToLimit", round(spread / spreadLimit));
            line.put("hotToLimit", round(hot / hotLimit));
            line.put("hotToSpread", round(hot / spread));
        }

        /// The best of several numbers of workers.
        private double limit(Shape shape) throws InterruptedException {
            PlainSql plain = new PlainSql(config().database() + (data.isFile() ? ";WRITE_DELAY=0" : ""), clock);
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

    /// A day in fast motion, with a peak ten times as high as the rest.
    @Command(
            name = "day",
            mixinStandardHelpOptions = true,
            description =
                    "Lets as many guests come as on a busy day, whether or not those before have been answered, in"
                            + " one tenth of the time ten times as many. Wants an empty data folder or database.")
    static final class Day extends Bench {

        private static final double PEAK = 10;
        private static final double PEAK_SHARE = 0.1;

        @Option(names = "--bookings", defaultValue = "1000000", description = "in all (default: ${DEFAULT-VALUE})")
        private int bookings;

        @Option(
                names = "--seconds",
                defaultValue = "14400",
                description = "that the day takes (default: ${DEFAULT-VALUE})")
        private int seconds;

        Day(Clock clock) {
            super(clock);
        }

        @Override
        void measure(ServerAssembly server, SignIn administrator, Guests guests) throws InterruptedException {
            double rate = bookings / (seconds * (1 - PEAK_SHARE + PEAK * PEAK_SHARE));
            int half = (int) Math.round(seconds * (1 - PEAK_SHARE) / 2);
            put("morning", guests.come(rate, Shape.SPREAD, during(half)));
            put("peak", guests.come(rate * PEAK, Shape.SPREAD, during(seconds - 2 * half)));
            put("evening", guests.come(rate, Shape.SPREAD, during(half)));
        }
    }

    /// Many who listen for news while others book.
    @Command(
            name = "connected",
            mixinStandardHelpOptions = true,
            description = "Books without and with many clients that listen for news, and prints the ratio."
                    + " Wants an empty data folder or database.")
    static final class Connected extends Bench {

        @Option(names = "--readers", defaultValue = "10000", description = "who listen (default: ${DEFAULT-VALUE})")
        private int readers;

        @Option(names = "--seconds", defaultValue = "30", description = "for each part (default: ${DEFAULT-VALUE})")
        private int seconds;

        Connected(Clock clock) {
            super(clock);
        }

        @Override
        void measure(ServerAssembly server, SignIn administrator, Guests guests)
                throws InterruptedException, IOException {
            Figures alone = guests.run(clients, Shape.SPREAD, during(seconds));
            put("alone", alone);
            try (Readers listening =
                    Readers.connect(server.uri(), token(Wire.to(server.uri()), administrator), readers)) {
                Figures watched = guests.run(clients, Shape.SPREAD, during(seconds));
                System.gc();
                Runtime heap = Runtime.getRuntime();
                line.put("heapMiB", (heap.totalMemory() - heap.freeMemory()) / MIB);
                long[] left = listening.leave();
                put("connected", watched);
                line.put("readers", left[0]);
                line.put("octetsPerReaderPerSecond", round((double) left[1] / readers / seconds));
                line.put("connectedToAlone", round(watched.perSecond() / alone.perSecond()));
            }
        }
    }

    /// How soon a killed server is back with many bookings, and what it needs.
    @Command(
            name = "ready",
            mixinStandardHelpOptions = true,
            description = "Fills the database, kills the server after a rush of bookings, and tells how long it takes"
                    + " until it takes requests again, and what heap it uses with many who listen. Wants an empty data"
                    + " folder or database.")
    static final class Ready extends Bench {

        private static final int HEAP_MIB = 1024;

        @Option(
                names = "--bookings",
                defaultValue = "1000000",
                description = "in the stock (default: ${DEFAULT-VALUE})")
        private int bookings;

        @Option(names = "--readers", defaultValue = "10000", description = "who listen (default: ${DEFAULT-VALUE})")
        private int readers;

        @Option(names = "--kills", defaultValue = "5", description = "how often (default: ${DEFAULT-VALUE})")
        private int kills;

        @Option(
                names = "--seconds",
                defaultValue = "10",
                description = "of bookings before each kill (default: ${DEFAULT-VALUE})")
        private int seconds;

        private Optional<SignIn> administrator = Optional.empty();

        Ready(Clock clock) {
            super(clock);
        }

        @Override
        void measure(ServerAssembly server, SignIn first, Guests guests) {
            administrator = Optional.of(first);
        }

        @Override
        void compare() throws InterruptedException, IOException {
            PlainSql stock = new PlainSql(config().database(), clock);
            stock.open(PLENTY);
            stock.fill(bookings);
            List<Double> starts = new ArrayList<>();
            for (int kill = 0; kill < kills; kill++) {
                try (ServerProgram server = ServerProgram.start(HEAP_MIB, data.toArguments())) {
                    new Guests(server.uri(), Shape.opening(clock)).run(clients, Shape.SPREAD, during(seconds));
                    server.kill();
                }
                try (ServerProgram server = ServerProgram.start(HEAP_MIB, data.toArguments())) {
                    starts.add(server.startedInMillis());
                }
            }
            line.put("readyMs", starts.stream().map(BenchCommand::round).toList());
            listen();
        }

        private void listen() throws InterruptedException, IOException {
            try (ServerProgram server = ServerProgram.start(HEAP_MIB, data.toArguments());
                    Readers listening = Readers.connect(
                            server.uri(), token(Wire.to(server.uri()), administrator.orElseThrow()), readers)) {
                put(
                        "connected",
                        new Guests(server.uri(), Shape.opening(clock)).run(clients, Shape.SPREAD, during(seconds)));
                line.put("heapMiB", server.heapMib());
                line.put("heapLimitMiB", HEAP_MIB);
                line.put("readers", listening.leave()[0]);
            }
        }
    }

    static String token(Wire wire, SignIn account) {
        return wire.post("api/v1/sessions", account).body().path("accessToken").asText();
    }

    private static BooleanSupplier during(int seconds) {
        long end = System.nanoTime() + seconds * NANOS_IN_SECOND;
        return () -> System.nanoTime() - end > 0;
    }

    static double round(double figure) {
        return Math.round(figure * 100) / 100.0;
    }

    /// A site with resources that never sell out.
    static void open(ServerAssembly server) {
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
