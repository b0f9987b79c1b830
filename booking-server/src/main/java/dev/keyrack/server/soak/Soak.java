package dev.keyrack.server.soak;

import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.bench.Wire;
import dev.keyrack.server.verification.Verification;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;

/// Lets clients do random work at once, round by round, and judges after each round whether all that they were told can
/// be true: whether there is an order in which no cell was ever taken beyond its capacity and no unit promised twice,
/// each hold ended once and in time, each refusal was right when it was given, and what is there afterwards is what was
/// acknowledged, no less and no more.
///
/// The seed decides what each client does; which of them is faster, it does not.
public final class Soak {

    private static final int CLIENTS = 6;
    private static final int DEEDS = 8;
    private static final int ROUNDS_OF_A_TOKEN = 5;
    private static final int ROUNDS_OF_A_RECOUNT = 10;
    private static final Duration JUMP = World.HOLD.plusSeconds(1);

    private final Wire guest;
    private final SignIn account;
    private final MovableClock clock;
    private final Verification verification;
    private final long seed;
    private final Map<String, Integer> answers = new TreeMap<>();
    private final ReadWriteLock stillness = new ReentrantReadWriteLock(true);
    private int rounds;

    /// @param account an administrator of the server
    /// @param clock the server's own
    /// @param verification of the server's database
    public Soak(URI server, SignIn account, MovableClock clock, Verification verification, long seed) {
        guest = Wire.to(server);
        this.account = account;
        this.clock = clock;
        this.verification = verification;
        this.seed = seed;
    }

    /// Rounds that were judged, and how often each request was given each answer.
    public record Report(long seed, int rounds, Map<String, Integer> answers) {}

    /// Goes on until it is over, at least for one round.
    ///
    /// @throws SoakException if a round does not hold; the message begins with its seed
    public Report run(BooleanSupplier over) throws InterruptedException {
        try {
            Wire desk = desk();
            Marketplace place = new Marketplace(desk, clock.instant());
            List<Market> markets = place.open();
            do {
                if (rounds % ROUNDS_OF_A_TOKEN == 0) {
                    desk = desk();
                }
                long began = System.nanoTime();
                round(desk, markets);
                Inspection inspection = new Inspection(guest, desk, place.site(), clock.instant());
                markets.forEach(market -> inspection.awaitExpiry(market, began));
                markets.forEach(Market::judge);
                markets.forEach(inspection::compare);
                markets.forEach(market -> market.count(answers));
                rounds++;
                if (rounds % ROUNDS_OF_A_RECOUNT == 0) {
                    recount(inspection, markets);
                }
                markets.forEach(Market::endRound);
            } while (!over.getAsBoolean());
            recount(new Inspection(guest, desk, place.site(), clock.instant()), markets);
            return new Report(seed, rounds, Map.copyOf(answers));
        } catch (SoakException e) {
            throw new SoakException("Seed " + seed + ", round " + rounds + ": " + e.getMessage());
        }
    }

    private Wire desk() {
        Wire.Reply reply = guest.post("api/v1/sessions", account);
        if (reply.status() != 200) {
            throw new SoakException("The server refused the sign-in: " + reply.status());
        }
        return guest.as(reply.body().path("accessToken").asText());
    }

    private void round(Wire desk, List<Market> markets) throws InterruptedException {
        List<Future<?>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int number = 0; number < CLIENTS; number++) {
                Random random = new Random((seed * 1_000_003 + rounds) * 31 + number);
                Visitor visitor = new Visitor(number, guest, desk, random, stillness.readLock());
                int jump = number == 0 ? random.nextInt(2 * DEEDS) : DEEDS;
                clients.add(threads.submit(() -> {
                    for (int deed = 0; deed < DEEDS; deed++) {
                        if (deed == jump) {
                            jump(markets);
                        }
                        visitor.act(markets.get(random.nextInt(markets.size())));
                    }
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SoakException told
                    ? new SoakException(told.getMessage() + "\n" + histories(markets))
                    : new IllegalStateException("a client could not go on", e);
        }
    }

    private static String histories(List<Market> markets) {
        return String.join("\n", markets.stream().map(Market::history).toList());
    }

    /// Time passes, and holds end: everywhere at once.
    private void jump(List<Market> markets) {
        long asked = System.nanoTime();
        Instant now;
        stillness.writeLock().lock();
        try {
            now = clock.advance(JUMP);
        } finally {
            stillness.writeLock().unlock();
        }
        long answered = System.nanoTime();
        markets.forEach(market -> market.record(
                new Deed("clock", "goes on", now.toString(), asked, answered, List.of(world -> world.advance(now)))));
    }

    private void recount(Inspection inspection, List<Market> markets) {
        inspection.compareAll(markets);
        List<Verification.Check> failed =
                verification.run().stream().filter(check -> !check.holds()).toList();
        if (!failed.isEmpty()) {
            throw new SoakException("The recount found: " + failed);
        }
    }
}
