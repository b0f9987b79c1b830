package dev.keyrack.server.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Counts what each one sends: a bucket of tokens for each tier and name, filled evenly. At most 100,000 of them are
/// kept, the ones in use; one that was not used for a minute would be full again and is forgotten.
public final class RateLimits {

    static final int MOST_KEPT = 100_000;

    private final Cache<Key, Bucket> buckets;
    private final TimeMeter time;

    public RateLimits() {
        this(System::nanoTime);
    }

    /// @param nanos a clock that never goes back
    RateLimits(LongSupplier nanos) {
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(Duration.ofSeconds(Tier.SECONDS))
                .ticker(nanos::getAsLong)
                // at once and here, so that the bound holds at every moment
                .executor(Runnable::run)
                .build();
        time = new Nanos(nanos);
    }

    private record Key(Tier tier, String name) {}

    /// What came of asking for one request.
    ///
    /// @param left how many more may follow at once
    /// @param untilFull when the whole minute's requests may be sent again, if none comes till then
    /// @param delay after which one request would pass; zero if this one did
    record Decision(Tier tier, long left, Duration untilFull, Duration delay) {

        boolean passes() {
            return delay.isZero();
        }
    }

    Decision take(Tier tier, String name) {
        ConsumptionProbe probe = buckets.get(new Key(tier, name), this::fresh).tryConsumeAndReturnRemaining(1);
        return new Decision(
                tier,
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket fresh(Key key) {
        int requests = key.tier().requests();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, Duration.ofSeconds(Tier.SECONDS)))
                .withCustomTimePrecision(time)
                .build();
    }

    /// How many buckets are kept.
    long size() {
        return buckets.estimatedSize();
    }

    private record Nanos(LongSupplier source) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return source.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
