package dev.keyrack.server.gate;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request's way through the limits. What it took is told in its answer by the `RateLimit` and `RateLimit-Policy`
/// headers (draft-ietf-httpapi-ratelimit-headers-11).
public final class Passage {

    /// The name of the request's attribute that holds its passage.
    public static final String ATTRIBUTE = "dev.keyrack.passage";

    private final RateLimits limits;
    private final HttpServletResponse response;
    private final @Nullable String address;

    /// @param address what the limits of its address are kept under; null if it has none
    Passage(RateLimits limits, HttpServletResponse response, @Nullable String address) {
        this.limits = limits;
        this.response = response;
        this.address = address;
    }

    /// Counts the request for its address.
    ///
    /// @return how long to wait before the next one, if this one may not pass
    public Optional<Duration> takeByAddress(Tier tier) {
        return address == null ? Optional.empty() : count(tier, address);
    }

    /// Counts the request for an account, a device or a key.
    ///
    /// @return how long to wait before the next one, if this one may not pass
    public Optional<Duration> take(Tier tier, String name) {
        return address == null ? Optional.empty() : count(tier, name);
    }

    private Optional<Duration> count(Tier tier, String name) {
        RateLimits.Decision decision = limits.take(tier, name);
        String policy = "\"" + tier.policy() + "\"";
        response.addHeader("RateLimit-Policy", policy + ";q=" + tier.requests() + ";w=" + Tier.SECONDS);
        response.addHeader("RateLimit", policy + ";r=" + decision.left() + ";t=" + seconds(decision.untilFull()));
        return decision.passes() ? Optional.empty() : Optional.of(decision.delay());
    }

    /// A wait in whole seconds, never shorter than it is.
    public static String seconds(Duration wait) {
        return Long.toString(wait.plusMillis(999).plusNanos(999_999).toSeconds());
    }
}
