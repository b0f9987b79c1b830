package dev.keyrack.house;

import dev.keyrack.contract.Port;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;

/// Classes that break the rules, and one good neighbour of each.
final class Planted {

    private Planted() {}

    static final class BookingManager {}

    static final class BaseRecorder {}

    interface Lonely {}

    static final class Only implements Lonely {}

    @Port("the card terminal outside")
    interface Terminal {}

    static final class RealTerminal implements Terminal {}

    sealed interface Step {}

    record Start() implements Step {}

    static final class HiddenTime {
        Instant read() {
            return Instant.now();
        }

        long readMillis() {
            return System.currentTimeMillis();
        }

        Clock machine() {
            return Clock.systemUTC();
        }
    }

    static final class GivenTime {
        Instant read(Clock clock) {
            return Instant.now(clock);
        }
    }

    record Price(double amount) {}

    record Place(double latitude, double longitude) {}

    static final class Busy {
        void work(Executor executor) {
            executor.execute(() -> {});
        }
    }

    static final class Quiet {}
}
