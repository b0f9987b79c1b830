package dev.keyrack.server.session;

import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.ActiveSession;
import dev.keyrack.contract.identity.RefreshSession;
import dev.keyrack.contract.identity.SessionId;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.token.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Opens sessions, lets them go on by rotating refresh tokens (RFC 9700), and ends them: on every node within some
/// seconds, though access tokens are good for minutes.
public final class SessionService {

    /// Longer than a token lives, and clocks may differ.
    private static final Duration REVOCATIONS_MATTER = Tokens.LIFETIME.plusMinutes(10);

    /// How long after its last use it is still known that there was a session.
    public static final Duration KEPT = Duration.ofDays(60);

    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST_CLIENT = 200;

    private final Database database;
    private final AuditLog audit;
    private final Tokens tokens;
    private final Clock clock;
    private final SessionStore store = new SessionStore();
    private final Revocations revocations;
    private BiConsumer<Transaction, UserId> alsoEnding = (_, _) -> {};
    private Consumer<Transaction> alsoDeleting = _ -> {};

    public SessionService(Database database, AuditLog audit, Tokens tokens, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.tokens = tokens;
        this.clock = clock;
        revocations = new Revocations(database, store, clock);
    }

    /// Where somebody signs in.
    ///
    /// @param client what the program calls itself, for the list of sessions
    /// @param device what the program keeps for good, if it told
    public record Place(String client, @Nullable String device) {}

    /// Who stands behind a bearer token; empty if nobody, or its session was ended.
    public Optional<Caller> findCaller(String token) {
        return tokens.read(token).filter(this::isAlive);
    }

    /// Whether a caller's token is still good.
    public boolean isAlive(Caller caller) {
        Caller.Login login = caller.login();
        return login != null && clock.instant().isBefore(login.expires()) && !revocations.contains(login.session());
    }

    /// Opens a session for somebody who has just proved who it is.
    public AccessToken open(Caller account, Place place) {
        return open(account, place, (_, _) -> {});
    }

    /// Opens a session for somebody who has just proved who it is.
    ///
    /// @param besides what is done in the same transaction; no session is opened if it throws
    public AccessToken open(Caller account, Place place, BiConsumer<Transaction, SessionId> besides) {
        Instant now = clock.instant();
        RefreshToken first = database.write(tx -> {
            RefreshToken token = insert(tx, account, place, now);
            besides.accept(tx, token.session());
            return token;
        });
        return toToken(account, first.session(), now, first);
    }

    private RefreshToken insert(Transaction tx, Caller account, Place place, Instant now) {
        RefreshToken first = RefreshToken.random(SessionId.random());
        String client = place.client();
        StoredSession session = new StoredSession(
                first.session(),
                account,
                true,
                client.length() <= LONGEST_CLIENT ? client : client.substring(0, LONGEST_CLIENT),
                place.device() == null ? null : Secret.hash(place.device()),
                new StoredSession.Rotation(first.hash(), null, null, null),
                new StoredSession.Times(now, now, now, null));
        store.deleteOld(tx, now.minus(KEPT));
        store.insert(tx, session);
        audit.record(
                tx,
                account,
                "session.opened",
                first.session().value(),
                account.role().name());
        return first;
    }

    /// Gives an access token to a program that shows its key each time: of the session that it opened within the last
    /// day, or of a new one. It needs no refresh token.
    ///
    /// @param besides what is done in the same transaction; nothing is given if it throws
    public AccessToken grant(Caller account, Place place, Consumer<Transaction> besides) {
        Instant now = clock.instant();
        SessionId session = database.write(tx -> {
            besides.accept(tx);
            return store.listOpen(tx, account.userId()).stream()
                    .filter(open -> open.isAlive(now)
                            && now.isBefore(open.times().created().plus(DAY)))
                    .map(StoredSession::id)
                    .findFirst()
                    .orElseGet(() -> insert(tx, account, place, now).session());
        });
        return toToken(account, session, now, null);
    }

    /// Whether somebody has signed in to this account from that device before.
    ///
    /// @param name what one signs in with, in small letters
    public boolean knowsDevice(Transaction tx, String name, String device) {
        return store.knowsDevice(tx, name, Secret.hash(device));
    }

    /// Gives the next tokens for a refresh token. One that was used before ends the session: somebody else has it.
    ///
    /// @throws ProblemException UNAUTHENTICATED if the token is not good
    public AccessToken refresh(RefreshSession request) {
        RefreshToken given = RefreshToken.parse(request.refreshToken()).orElseThrow(SessionService::refused);
        RefreshToken fresh = RefreshToken.random(given.session());
        Optional<Renewed> renewed = database.write(tx -> store.find(tx, given.session())
                .filter(session -> session.isAlive(clock.instant()))
                .flatMap(session -> renew(tx, session, given, fresh, request.device())));
        if (renewed.isEmpty()) {
            revocations.forget();
            throw refused();
        }
        StoredSession session = renewed.get().session();
        return toToken(
                session.account(),
                session.id(),
                session.times().proved(),
                renewed.get().token());
    }

    private record Renewed(StoredSession session, RefreshToken token) {}

    private Optional<Renewed> renew(
            Transaction tx, StoredSession session, RefreshToken given, RefreshToken fresh, @Nullable String device) {
        Instant now = clock.instant();
        String hash = given.hash();
        StoredSession.Rotation present = session.rotation();
        if (hash.equals(present.hash())) {
            String sealed = Secret.seal(given.secret(), fresh.secret());
            store.rotate(tx, session.id(), new StoredSession.Rotation(fresh.hash(), hash, sealed, now), now);
            return Optional.of(new Renewed(session, fresh));
        }
        if (present.sealed() != null && session.mayRepeat(hash, device, now)) {
            String successor = Secret.open(given.secret(), present.sealed());
            return Optional.of(new Renewed(session, new RefreshToken(session.id(), successor)));
        }
        endReused(tx, session);
        return Optional.empty();
    }

    private static ProblemException refused() {
        return new ProblemException(ProblemType.UNAUTHENTICATED, "The session is over: sign in again.");
    }

    /// Notes that a caller has just proved again who it is.
    ///
    /// @return an access token that says so; the refresh token at hand stays good
    public AccessToken prove(Caller caller) {
        SessionId id = requireLogin(caller).session();
        Instant now = clock.instant();
        StoredSession session = database.write(tx -> {
            StoredSession found =
                    store.find(tx, id).filter(each -> each.isAlive(now)).orElseThrow(SessionService::refused);
            store.prove(tx, id, now);
            audit.record(tx, caller, "session.proved", id.value(), "");
            return found;
        });
        return toToken(session.account(), id, now, null);
    }

    private static Caller.Login requireLogin(Caller caller) {
        Caller.Login login = caller.login();
        if (login == null) {
            throw refused();
        }
        return login;
    }

    public List<ActiveSession> list(Caller caller) {
        Instant now = clock.instant();
        SessionId own = requireLogin(caller).session();
        return database.read(tx -> store.listOpen(tx, caller.userId())).stream()
                .filter(session -> session.isAlive(now))
                .map(session -> new ActiveSession(
                        session.id(),
                        session.client(),
                        session.times().created(),
                        session.times().used(),
                        session.id().equals(own)))
                .toList();
    }

    /// Ends the session that a caller came with.
    public void signOut(Caller caller) {
        end(caller, requireLogin(caller).session());
    }

    /// Ends one of the caller's own sessions.
    ///
    /// @throws ProblemException NOT_FOUND if it is somebody else's, or over
    public void end(Caller caller, SessionId id) {
        database.write(tx -> {
            StoredSession own = store.find(tx, id)
                    .filter(session -> session.account().userId().equals(caller.userId())
                            && session.times().ended() == null)
                    .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such session."));
            end(tx, caller, own.id());
            return true;
        });
        revocations.forget();
    }

    /// What else comes to its end, in the same transaction, where an account's sessions do; said once, before the
    /// start.
    public void onEndOthers(BiConsumer<Transaction, UserId> more) {
        alsoEnding = more;
    }

    /// Drops what was used last too long ago.
    ///
    /// @return whether there may be more
    public boolean deleteOld(Transaction tx) {
        alsoDeleting.accept(tx);
        return store.deleteOld(tx, clock.instant().minus(KEPT));
    }

    /// What else is dropped where old sessions are; said once, before the start.
    public void onDeleteOld(Consumer<Transaction> more) {
        alsoDeleting = more;
    }

    /// Ends all sessions of an account but the one that the actor came with.
    public void endOthers(Transaction tx, Caller actor, UserId account) {
        alsoEnding.accept(tx, account);
        Caller.Login login = actor.login();
        store.listOpen(tx, account).stream()
                .map(StoredSession::id)
                .filter(id -> login == null || !id.equals(login.session()))
                .forEach(id -> end(tx, actor, id));
    }

    /// Ends a session of which somebody else has a secret too.
    public void endStolen(SessionId id) {
        database.write(tx -> {
            store.find(tx, id).ifPresent(session -> endReused(tx, session));
            return true;
        });
        revocations.forget();
    }

    private void endReused(Transaction tx, StoredSession session) {
        store.end(tx, session.id(), clock.instant(), REVOCATIONS_MATTER);
        audit.record(tx, session.account(), "session.reused", session.id().value(), "");
    }

    /// Which session a refresh token is said to be of; empty if it is none.
    public static Optional<SessionId> sessionOf(String refreshToken) {
        return RefreshToken.parse(refreshToken).map(RefreshToken::session);
    }

    /// Who stands behind a refresh token that is good now.
    public Optional<Caller> findByRefresh(String refreshToken) {
        Instant now = clock.instant();
        return RefreshToken.parse(refreshToken)
                .flatMap(given -> database.read(tx -> store.find(tx, given.session()))
                        .filter(session -> session.isAlive(now)
                                && given.hash().equals(session.rotation().hash()))
                        .map(session -> {
                            Caller.Login login = new Caller.Login(
                                    session.id(), session.times().proved(), now, now);
                            Caller account = session.account();
                            return new Caller(account.userId(), account.role(), account.siteId(), login);
                        }));
    }

    /// Lets what a transaction ended be known here at once, and not within seconds.
    public void tellEnded() {
        revocations.forget();
    }

    private void end(Transaction tx, Caller actor, SessionId id) {
        store.end(tx, id, clock.instant(), REVOCATIONS_MATTER);
        audit.record(tx, actor, "session.ended", id.value(), "");
    }

    private AccessToken toToken(Caller account, SessionId session, Instant provedAt, @Nullable RefreshToken refresh) {
        return new AccessToken(
                tokens.issue(account, session, provedAt),
                "Bearer",
                Tokens.LIFETIME.toSeconds(),
                refresh == null ? null : refresh.toText(),
                account.userId(),
                account.role(),
                account.siteId());
    }
}
