package dev.keyrack.client.sync;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ClientJson;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.client.store.LocalStore;
import dev.keyrack.client.store.MutationStore;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.sync.Change;
import dev.keyrack.contract.value.UnitId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Sends what one account did here, one by one and in order, each under its own name, so that it takes effect once
/// however often it is sent. Only silence stops it; a refusal is put before a person, and the rest goes on. To be
/// closed before the calls carry another account's name.
public final class MutationSender implements AutoCloseable {

    private static final int TURNS = 5;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ServerApi api;
    private final LocalStore store;
    private final String account;
    private final Runnable news;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("send-mutations").unstarted(this::run);
    private Duration pause = SHORTEST_PAUSE;

    /// @param news is told on the sender's own thread whenever something was confirmed or refused
    public MutationSender(ServerApi api, LocalStore store, Runnable news) {
        this.api = api;
        this.store = store;
        this.account = api.account();
        this.news = news;
    }

    /// Sends on a thread of its own until closed.
    public void start() {
        thread.start();
    }

    /// There is something new to send, or reason to hope for an answer.
    public void wake() {
        wake.release();
    }

    private void run() {
        try {
            while (true) {
                boolean heard = true;
                while (heard && hasNext()) {
                    heard = step();
                }
                if (heard) {
                    pause = SHORTEST_PAUSE;
                    wake.acquire();
                } else {
                    boolean _ = wake.tryAcquire(
                            ThreadLocalRandom.current().nextLong(pause.toMillis()) + 1, TimeUnit.MILLISECONDS);
                    Duration longer = pause.multipliedBy(2);
                    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
                }
                wake.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasNext() {
        return !next().isEmpty();
    }

    private List<MutationStore.Recorded<Mutation>> next() {
        return store.mutations().listSendable(Mutation.class, account);
    }

    /// Sends the next one, if there is one.
    ///
    /// @return false if the server gave no answer to go on with
    public boolean step() {
        List<MutationStore.Recorded<Mutation>> next = next();
        if (next.isEmpty()) {
            return true;
        }
        MutationStore.Recorded<Mutation> first = next.getFirst();
        boolean heard = settle(first.id(), first.mutation());
        if (heard) {
            news.run();
        }
        return heard;
    }

    private boolean settle(String id, Mutation mutation) {
        Booking seen = null;
        for (int i = 0; i < TURNS; i++) {
            switch (send(id, mutation, seen)) {
                case ApiOutcome.Answered<Booking>(Booking answered) -> {
                    return confirm(id, answered);
                }
                case ApiOutcome.Unanswered<Booking> _ -> {
                    return false;
                }
                case ApiOutcome.Refused<Booking>(Problem problem) -> {
                    if (isPassing(problem)) {
                        return false;
                    }
                    switch (api.bookings().get(mutation.bookingId())) {
                        case ApiOutcome.Answered<Booking>(Booking present) -> {
                            if (MutationRule.isDone(present, mutation)) {
                                return confirm(id, present);
                            }
                            if (problem.type() != ProblemType.STALE_REVISION
                                    || MutationRule.collides(present, mutation)) {
                                return refuse(id, problem);
                            }
                            seen = present;
                        }
                        case ApiOutcome.Refused<Booking>(Problem absent) -> {
                            return !isPassing(absent) && refuse(id, problem);
                        }
                        case ApiOutcome.Unanswered<Booking> _ -> {
                            return false;
                        }
                    }
                }
            }
        }
        return false;
    }

    private ApiOutcome<Booking> send(String id, Mutation mutation, @Nullable Booking seen) {
        return switch (mutation) {
            case Mutation.CheckIn step -> api.stays().checkIn(step.bookingId(), step.unitId(), id);
            case Mutation.CheckOut step -> api.stays().checkOut(step.bookingId(), id);
            case Mutation.MarkNoShow step -> api.stays().markNoShow(step.bookingId(), id);
            case Mutation.UndoStep step -> api.stays().undo(step.bookingId(), step.step(), id);
            case Mutation.SetNotes step -> change(step, seen, ChangeBooking.NOTHING.withNotes(step.notes()));
            case Mutation.SetGuest step -> change(step, seen, ChangeBooking.NOTHING.withGuest(step.details()));
            case Mutation.MoveUnit(var _, var _, UnitId unit, var _) ->
                change(
                        mutation,
                        seen,
                        unit == null ? ChangeBooking.NOTHING.inNoUnit() : ChangeBooking.NOTHING.inUnit(unit));
        };
    }

    /// Changes the booking as it was seen last. The server is asked first, since the copy may lag behind what was sent
    /// from here.
    private ApiOutcome<Booking> change(Mutation mutation, @Nullable Booking seen, ChangeBooking wanted) {
        if (seen != null) {
            return api.bookings().change(seen, wanted);
        }
        ApiOutcome<Booking> present = api.bookings().get(mutation.bookingId());
        return switch (present) {
            case ApiOutcome.Answered<Booking>(Booking booking) when MutationRule.isDone(booking, mutation) -> present;
            case ApiOutcome.Answered<Booking>(Booking booking)
            when MutationRule.collides(booking, mutation) ->
                new ApiOutcome.Refused<>(Problem.of(ProblemType.STALE_REVISION, "It was changed meanwhile."));
            case ApiOutcome.Answered<Booking>(Booking booking) -> api.bookings().change(booking, wanted);
            case ApiOutcome.Refused<Booking> _, ApiOutcome.Unanswered<Booking> _ -> present;
        };
    }

    /// Whether the same may be answered otherwise later, without anybody's doing.
    private static boolean isPassing(Problem problem) {
        return problem.status() >= 500
                || switch (problem.type()) {
                    case UNAUTHENTICATED, IN_FLIGHT, TOO_MANY_REQUESTS -> true;
                    default -> false;
                };
    }

    private boolean confirm(String id, Booking answered) {
        @SuppressWarnings("unchecked")
        Map<String, Object> body = ClientJson.read(ClientJson.write(answered), Map.class);
        store.mutations()
                .confirm(
                        id,
                        new Change(
                                SiteCopy.bookingsOf(answered.siteId()),
                                0,
                                SiteCopy.BOOKING,
                                answered.bookingId().value(),
                                answered.revision().number(),
                                Change.Operation.PUT,
                                1,
                                body));
        return true;
    }

    private boolean refuse(String id, Problem problem) {
        store.mutations().refuse(id, problem);
        return true;
    }

    @Override
    public void close() {
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        store.interrupt(thread);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
