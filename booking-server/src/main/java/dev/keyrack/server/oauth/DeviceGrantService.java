package dev.keyrack.server.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationGrantError;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.identity.TryLimit;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.session.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets a program wait on a device until somebody lets it in elsewhere (RFC 8628).
public final class DeviceGrantService {

    static final Duration LIFE = Duration.ofMinutes(10);

    /// In seconds, how long a device leaves between two questions, and how much longer once it asked too early.
    static final int PAUSE = 5;

    /// In a minute, of 25,600,000,000 codes.
    private static final int MOST_GUESSES = 10;

    private static final Duration KEPT = Duration.ofHours(1);

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final TryLimit limit;
    private final DeviceGrantStore store = new DeviceGrantStore();

    public DeviceGrantService(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        limit = new TryLimit(MOST_GUESSES, clock);
    }

    /// What a device was given.
    record Begun(String deviceCode, String userCode) {

        /// Does not show the codes.
        @Override
        public String toString() {
            return "Begun[]";
        }
    }

    Begun begin(String clientId) {
        Begun begun = new Begun(Secret.random(), UserCodeRule.random());
        Instant now = clock.instant();
        DeviceGrantStore.Waiting waiting = new DeviceGrantStore.Waiting(
                Secret.hash(begun.deviceCode()),
                clientId,
                DeviceGrantStore.State.WAITING,
                null,
                PAUSE,
                null,
                now.plus(LIFE));
        database.write(tx -> {
            store.insert(tx, waiting, Secret.hash(begun.userCode()), now.minus(KEPT));
            return true;
        });
        return begun;
    }

    private static List<String> counted(UserId account) {
        return List.of(account.value());
    }

    /// Counts a code that somebody enters, as wrong for now.
    ///
    /// @return false after too many wrong ones
    boolean mayGuess(UserId account) {
        return limit.begin(counted(account));
    }

    /// The device on which somebody read that code, if it still waits.
    Optional<DeviceGrantStore.Waiting> find(UserId account, String typed) {
        Optional<DeviceGrantStore.Waiting> found =
                database.read(tx -> store.findByUserCode(tx, hashOf(typed), clock.instant()));
        if (found.isPresent()) {
            limit.succeed(counted(account));
        }
        return found;
    }

    /// What is kept of a code, however it was typed.
    static String hashOf(String typed) {
        return Secret.hash(UserCodeRule.read(typed).orElse(""));
    }

    /// @return false if it does not wait any more
    boolean decide(Transaction tx, Caller caller, String userCodeHash, boolean allowed) {
        DeviceGrantStore.State state = allowed ? DeviceGrantStore.State.ALLOWED : DeviceGrantStore.State.DENIED;
        Optional<String> program = store.findByUserCode(tx, userCodeHash, clock.instant())
                .map(DeviceGrantStore.Waiting::clientId)
                .filter(_ -> store.decide(tx, userCodeHash, caller.userId(), state, clock.instant()));
        program.ifPresent(client -> audit.record(tx, caller, allowed ? "device.allowed" : "device.denied", client, ""));
        return program.isPresent();
    }

    /// What a device is told that asks.
    ///
    /// @param account who let it in; null if nobody did
    /// @param refusal why it may not go on; null if it may
    record Answer(@Nullable UserId account, @Nullable ErrorObject refusal) {}

    Answer poll(String clientId, String deviceCode) {
        String hash = Secret.hash(deviceCode);
        return database.write(tx -> store.find(tx, hash)
                .filter(device -> device.clientId().equals(clientId))
                .map(device -> answer(tx, device))
                .orElse(new Answer(null, OAuth2Error.INVALID_GRANT)));
    }

    private Answer answer(Transaction tx, DeviceGrantStore.Waiting device) {
        Instant now = clock.instant();
        if (!now.isBefore(device.expires())) {
            return new Answer(null, DeviceAuthorizationGrantError.EXPIRED_TOKEN);
        }
        return switch (device.state()) {
            case ALLOWED -> new Answer(device.account(), null);
            case DENIED -> new Answer(null, OAuth2Error.ACCESS_DENIED);
            case DONE -> new Answer(null, OAuth2Error.INVALID_GRANT);
            case WAITING -> {
                Instant last = device.polled();
                boolean early = last != null && now.isBefore(last.plusSeconds(device.pause()));
                store.poll(tx, device.hash(), early ? device.pause() + PAUSE : device.pause(), now);
                yield new Answer(
                        null,
                        early
                                ? DeviceAuthorizationGrantError.SLOW_DOWN
                                : DeviceAuthorizationGrantError.AUTHORIZATION_PENDING);
            }
        };
    }

    void deleteOld(Transaction tx) {
        store.deleteOld(tx, clock.instant().minus(KEPT));
    }

    void forget(Transaction tx, UserId account) {
        store.forget(tx, account);
    }

    /// Notes that a device got its tokens.
    ///
    /// @return false if it had got them before
    boolean finish(Transaction tx, String deviceCode) {
        return store.finish(tx, Secret.hash(deviceCode));
    }
}
