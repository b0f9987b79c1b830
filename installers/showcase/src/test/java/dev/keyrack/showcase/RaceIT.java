package dev.keyrack.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.CreateResource;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.device.NewDevice;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.identity.NewAccount;
import dev.keyrack.server.rig.HotelServer;
import dev.keyrack.server.verification.Verification;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// Two desks and a kiosk race for the last room through the models of their screens: each time one of them gets it, and
/// the others are told, and offered what is nearest.
class RaceIT {

    private static final int ROUNDS = 200;
    private static final int DAYS_AHEAD = 60;
    private static final int MOST_LOOKS = 3;
    private static final SiteId SITE = new SiteId("sit_city");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Clock clock = Clock.systemUTC();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void sellsTheLastRoomOnceAndTellsTheOthers() throws Exception {
        System.out.println("The seed is " + seed + "; -Dseed=" + seed + " repeats it.");
        HotelServer hotels = HotelServer.open(folder.resolve("server"), clock, 1);
        SignIn administrator = hotels.administrator();
        try (ServerAssembly server = hotels.server()) {
            try (var api = new ServerApi(server.uri());
                    var one =
                            new RacingDesk(server.uri(), folder.resolve("one"), account(server, Role.MANAGER, "one"));
                    var two =
                            new RacingDesk(server.uri(), folder.resolve("two"), account(server, Role.MANAGER, "two"));
                    var kiosk = new RacingKiosk(
                            server.uri(),
                            folder.resolve("kiosk"),
                            server.devices()
                                    .create(Caller.SYSTEM, new NewDevice("Lobby", SITE))
                                    .code(),
                            () -> random.nextInt(MOST_LOOKS + 1))) {
                api.signIn(administrator);
                Resource room = lastRoom(api);
                WaitForAsyncUtils.waitFor(
                        30, TimeUnit.SECONDS, () -> one.knows(room) && two.knows(room) && kiosk.knows(room));
                race(api, room, one, two, kiosk);
            }
            assertThat(new Verification(server.database()).run()).allMatch(Verification.Check::holds);
        }
    }

    private void race(ServerApi api, Resource room, RacingDesk one, RacingDesk two, RacingKiosk kiosk)
            throws Exception {
        int[] wins = new int[3];
        List<Racer> racers = List.of(one, two, kiosk);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                LocalDate day = LocalDate.now(clock).plusDays(DAYS_AHEAD + round);
                StayRange night = new StayRange(day, day.plusDays(1));
                racers.forEach(racer -> racer.arrive(room, night));
                start(threads, racers);
                List<Racer> winners = racers.stream().filter(Racer::isSold).toList();
                assertThat(winners).as("round %d, seed %d", round, seed).hasSize(1);
                assertThat(taken(api, room, day)).isEqualTo(1);
                wins[racers.indexOf(winners.getFirst())]++;
                racers.stream().filter(racer -> !racer.isSold()).forEach(racer -> assertIsTold(racer, day));
            }
        }
        System.out.printf("Sold by the desks: %d and %d, by the kiosk: %d%n", wins[0], wins[1], wins[2]);
        assertThat(kiosk.countPaid()).isEqualTo(wins[2]);
        assertThat(wins[0] + wins[1]).isPositive();
        assertThat(wins[2]).isPositive();
    }

    /// All at once, in an order that chance decides.
    private void start(ExecutorService threads, List<Racer> racers) throws Exception {
        List<Racer> order = new ArrayList<>(racers);
        Collections.shuffle(order, random);
        CyclicBarrier line = new CyclicBarrier(order.size());
        List<Future<?>> all = new ArrayList<>();
        for (Racer racer : order) {
            all.add(threads.submit(() -> {
                line.await();
                racer.race();
                return racer;
            }));
        }
        for (Future<?> each : all) {
            each.get(30, TimeUnit.SECONDS);
        }
    }

    private static void assertIsTold(Racer loser, LocalDate day) {
        assertThat(loser.told())
                .isIn(
                        "Sold out then. Near to it is free:",
                        "Somebody was a moment faster. Nothing was paid, and your details are kept.");
        assertThat(loser.alternatives()).first().isIn(day.minusDays(1), day, day.plusDays(1));
    }

    /// Held, booked and leased together.
    private static int taken(ServerApi api, Resource room, LocalDate day) {
        Calendar calendar = answered(api.catalog()
                .getCalendar(room.id(), day.toString(), day.plusDays(1).toString()));
        return calendar.entries().getFirst().taken();
    }

    private static SignIn account(ServerAssembly server, Role role, String name) {
        return server.identity()
                .createAccount(
                        Caller.SYSTEM, new NewAccount(name, role, SITE, new UserDetails(name, "Racer", null, null)));
    }

    /// The house's only room of its kind.
    private static Resource lastRoom(ServerApi api) {
        var terms = new ResourceTerms(
                ResourceType.HOTEL,
                "City Hotel - Tower",
                "",
                List.of(),
                List.of(),
                new BigDecimal("4.5"),
                2,
                1,
                new BigDecimal("120.00"),
                0,
                0,
                0,
                0,
                DAYS_AHEAD + ROUNDS + 1,
                false,
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                List.of(),
                List.of());
        Resource made = answered(api.catalog().createResource(new CreateResource(SITE, terms)));
        return made.state() == Resource.State.OPEN
                ? made
                : answered(api.catalog().setState(made, Resource.State.OPEN));
    }

    private static <T> T answered(ApiOutcome<T> outcome) {
        if (outcome instanceof ApiOutcome.Answered<T>(T value)) {
            return value;
        }
        throw new AssertionError(outcome.toString());
    }
}
