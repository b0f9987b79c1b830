package dev.keyrack.fx.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;

/// Remembers which threads there were, and finds those that would keep a program from ending.
public final class ThreadsCheck {

    private final Set<Thread> before = alive();

    /// Fails if a thread that is no daemon was started since and still runs.
    public void requireNoneLeft() {
        assertThat(alive()).filteredOn(thread -> !before.contains(thread)).isEmpty();
    }

    private static Set<Thread> alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !thread.isDaemon())
                .collect(Collectors.toSet());
    }
}
