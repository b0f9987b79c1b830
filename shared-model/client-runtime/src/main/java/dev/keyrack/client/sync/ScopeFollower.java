package dev.keyrack.client.sync;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.client.store.LocalStore;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.sync.ChangePage;
import dev.keyrack.contract.sync.SnapshotPage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Follows one scope for ever: a snapshot first, then its changes, whenever a poke tells of some, or by long poll where
/// no pokes come. What cannot be followed any more, or has another checksum than the server's, is taken anew.
public final class ScopeFollower implements AutoCloseable {

    private static final int WAIT_SECONDS = 20;
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ServerApi api;
    private final LocalStore store;
    private final String scope;
    private final PokeListener pokes;
    private final Consumer<Follow> news;
    private long told = -1;
    private boolean behind;
    private Duration pause = SHORTEST_PAUSE;
    private volatile boolean closed;
    private @Nullable Thread thread;

    /// How the following goes.
    public enum Follow {
        /// The copy has changed.
        CHANGED,
        /// The copy is the server's state, as far as known.
        UP_TO_DATE,
        /// The server does not answer.
        CUT_OFF,
        /// The server does not let this account read the scope.
        REFUSED
    }

    /// @param news is told on the follower's own thread
    public ScopeFollower(ServerApi api, LocalStore store, String scope, PokeListener pokes, Consumer<Follow> news) {
        this.api = api;
        this.store = store;
        this.pokes = pokes;
        this.scope = scope;
        this.news = news;
    }

    /// Follows on a thread of its own until closed.
    public synchronized void start() {
        thread = Thread.ofVirtual().name("follow " + scope).start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                if (step(behind || restUntilPoked() ? 0 : WAIT_SECONDS)) {
                    pause = SHORTEST_PAUSE;
                } else {
                    told = -1;
                    long millis = ThreadLocalRandom.current().nextLong(pause.toMillis()) + 1;
                    Thread.sleep(Duration.ofMillis(millis));
                    Duration longer = pause.multipliedBy(2);
                    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return false if no pokes come
    private boolean restUntilPoked() throws InterruptedException {
        Optional<Long> head = pokes.await(scope, told, LONGEST_REST);
        head.ifPresent(now -> told = now);
        return head.isPresent();
    }

    /// Takes the snapshot, or the next changes.
    ///
    /// @param wait seconds that the server may take until something happens
    /// @return false if the server gave no answer to go on with
    public boolean step(int wait) {
        Optional<String> cursor = store.findCursor(scope);
        return cursor.isEmpty() ? takeSnapshot() : takeChanges(cursor.get(), wait);
    }

    private boolean takeSnapshot() {
        store.unstage(scope);
        String first = null;
        String page = null;
        do {
            switch (api.feed().snapshot(scope, page)) {
                case ApiOutcome.Answered<SnapshotPage>(SnapshotPage taken) -> {
                    store.stage(taken.rows());
                    first = first == null ? taken.cursor() : first;
                    page = taken.nextPage();
                }
                case ApiOutcome.Refused<SnapshotPage>(Problem problem) -> {
                    return refused(problem);
                }
                case ApiOutcome.Unanswered<SnapshotPage> _ -> {
                    news.accept(Follow.CUT_OFF);
                    return false;
                }
            }
        } while (page != null);
        store.replace(scope, first);
        behind = true;
        news.accept(Follow.CHANGED);
        return true;
    }

    private boolean takeChanges(String cursor, int wait) {
        return switch (api.feed().changes(cursor, wait)) {
            case ApiOutcome.Answered<ChangePage>(ChangePage page) -> apply(page);
            case ApiOutcome.Refused<ChangePage>(Problem problem) ->
                problem.type() == ProblemType.RESYNC ? takeSnapshot() : refused(problem);
            case ApiOutcome.Unanswered<ChangePage> _ -> {
                news.accept(Follow.CUT_OFF);
                yield false;
            }
        };
    }

    private boolean apply(ChangePage page) {
        store.apply(scope, page.changes(), page.next());
        behind = !page.upToDate();
        if (!page.changes().isEmpty()) {
            news.accept(Follow.CHANGED);
        } else if (page.upToDate() && store.checksum(scope) != page.checksum()) {
            return takeSnapshot();
        }
        if (page.upToDate()) {
            news.accept(Follow.UP_TO_DATE);
        }
        return true;
    }

    private boolean refused(Problem problem) {
        news.accept(problem.status() >= 500 || problem.status() == 429 ? Follow.CUT_OFF : Follow.REFUSED);
        return false;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            store.interrupt(thread);
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }
}
