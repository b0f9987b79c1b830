package dev.keyrack.server.session;

import dev.keyrack.contract.identity.SessionId;
import dev.keyrack.server.http.Caller;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of `login_session`, and who it belongs to now.
record StoredSession(
        SessionId id,
        Caller account,
        boolean accountActive,
        String client,
        @Nullable String deviceHash,
        Rotation rotation,
        Times times) {

    /// How long one may stay away.
    static final Duration IDLE = Duration.ofDays(7);
    /// After which one proves again who one is, however busy.
    static final Duration ABSOLUTE = Duration.ofDays(30);
    /// In which a lost answer is given again.
    static final Duration REPEAT = Duration.ofSeconds(30);

    /// The refresh tokens, the present one and the one before.
    record Rotation(
            String hash,
            @Nullable String previousHash,
            @Nullable String sealed,
            @Nullable Instant rotatedAt) {}

    record Times(
            Instant created,
            Instant proved,
            Instant used,
            @Nullable Instant ended) {}

    boolean isAlive(Instant now) {
        return accountActive
                && times.ended() == null
                && now.isBefore(times.used().plus(IDLE))
                && now.isBefore(times.created().plus(ABSOLUTE));
    }

    /// Whether this is the token before the present one, from the same device, and was used just now.
    boolean mayRepeat(String hash, @Nullable String device, Instant now) {
        String given = device == null ? null : Secret.hash(device);
        return hash.equals(rotation.previousHash())
                && (given == null ? deviceHash == null : given.equals(deviceHash))
                && rotation.rotatedAt() != null
                && !now.isAfter(rotation.rotatedAt().plus(REPEAT));
    }
}
