package dev.keyrack.server.replay;

import dev.keyrack.server.bench.Figures;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// One script as it is played at one hotel. With several clients at a time the outcome stays the same: what wants a
/// night of a room type is sent after the answer to whatever wanted that night before it. One client keeps the very
/// order of the script.
final class Play {

    private static final double HUNDREDTHS = 100;

    /// Enough for a play that runs past midnight.
    private static final int DAYS_AHEAD = 2;

    private final Script script;
    private final Hotel hotel;
    private final long weeks;
    private final Figures figures = new Figures();
    private final Map<Integer, String> bookings = new ConcurrentHashMap<>();
    private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Play(Script script, Hotel hotel) {
        this.script = script;
        this.hotel = hotel;
        weeks = script.weeksUntil(hotel.today().plusDays(DAYS_AHEAD));
    }

    /// What must be decided in order: a night of a room type, or with one client everything.
    private record Turn(String room, LocalDate night) {

        static final Turn ALL = new Turn("", LocalDate.EPOCH);
    }

    Outcome run(int clients) {
        Map<Turn, CompletableFuture<Void>> latest = new HashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (Script.Step step : script.steps()) {
                List<Turn> turns = clients == 1
                        ? List.of(Turn.ALL)
                        : step.eachNight()
                                .map(night -> new Turn(step.room(), night))
                                .toList();
                CompletableFuture<?>[] before = turns.stream()
                        .flatMap(turn -> Stream.ofNullable(latest.get(turn)))
                        .distinct()
                        .toArray(CompletableFuture[]::new);
                CompletableFuture<Void> played =
                        CompletableFuture.allOf(before).thenRunAsync(() -> playUnlessFailed(step), threads);
                turns.forEach(turn -> latest.put(turn, played));
            }
            CompletableFuture.allOf(latest.values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw failure.get() instanceof RuntimeException known ? known : e;
        }
        return outcome(figures.end());
    }

    /// Sends nothing more once anything failed.
    private void playUnlessFailed(Script.Step step) {
        if (failure.get() != null) {
            throw new CompletionException(failure.get());
        }
        long began = System.nanoTime();
        try {
            play(step);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            throw e;
        }
        figures.succeeded(System.nanoTime() - began);
    }

    private void play(Script.Step step) {
        if (!step.cancels()) {
            Optional<String> booking = hotel.book(
                    step.room(),
                    step.arrival().plusWeeks(weeks),
                    step.departure().plusWeeks(weeks));
            booking.ifPresentOrElse(
                    id -> {
                        bookings.put(step.row(), id);
                        accepted.incrementAndGet();
                    },
                    () -> refused.add(step.row()));
        } else if (!refused.contains(step.row())) {
            String booking = bookings.remove(step.row());
            if (booking == null) {
                throw new ReplayException("Row " + step.row() + " is cancelled before it is booked.");
            }
            hotel.cancel(booking);
        }
    }

    private Outcome outcome(Figures ended) {
        long held = hotel.nightsTaken(
                script.firstArrival().plusWeeks(weeks), script.lastDeparture().plusWeeks(weeks));
        long promised = script.steps().stream()
                .filter(step -> !step.cancels() && bookings.containsKey(step.row()))
                .mapToLong(Script.Step::nights)
                .sum();
        if (held != promised) {
            throw new ReplayException(
                    "The server promised " + promised + " nights, but its calendars show " + held + ".");
        }
        return new Outcome(
                script.rows(),
                script.skipped(),
                accepted.get(),
                refused.size(),
                accepted.get() - bookings.size(),
                held,
                Outcome.digest(refused),
                rounded(ended.seconds()),
                rounded(ended.perSecond()),
                rounded(ended.millis(0.5)),
                rounded(ended.millis(0.99)));
    }

    private static double rounded(double figure) {
        return Math.round(figure * HUNDREDTHS) / HUNDREDTHS;
    }
}
