package dev.keyrack.server.partner;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.partner.ApiKey;
import dev.keyrack.contract.partner.ApiKeyId;
import dev.keyrack.contract.partner.CreateApiKey;
import dev.keyrack.contract.partner.CreatedApiKey;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.Act;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.identity.IdentityService;
import dev.keyrack.server.identity.NewAccount;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.session.Secret;
import dev.keyrack.server.session.SessionService;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes and ends the keys of partners' programs, and lets in whoever shows one. Each key comes in as an account of its
/// own, so that what it made is its own.
public final class ApiKeyService {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration BETWEEN_USES = Duration.ofMinutes(1);
    private static final Pattern FORM = Pattern.compile("kr_(?<id>[0-9a-z]{1,40})_[A-Za-z0-9_-]{43}");

    private final Database database;
    private final AuditLog audit;
    private final IdentityService identity;
    private final SessionService sessions;
    private final Clock clock;
    private final ApiKeyStore store = new ApiKeyStore();

    public ApiKeyService(
            Database database, AuditLog audit, IdentityService identity, SessionService sessions, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.identity = identity;
        this.sessions = sessions;
        this.clock = clock;
    }

    List<ApiKey> list(Caller actor) {
        return database.read(tx -> store.list(tx, actor.siteId())).stream()
                .map(StoredKey::key)
                .toList();
    }

    /// Makes a key, whose secret is kept nowhere.
    ///
    /// @throws ProblemException FORBIDDEN for a site that is not the actor's, NOT_FOUND if there is no such site
    CreatedApiKey create(Caller actor, CreateApiKey wanted) {
        if (actor.siteId() != null && !actor.siteId().equals(wanted.siteId())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "You may not give these rights.");
        }
        Instant now = clock.instant();
        Instant expires = wanted.expiresAt().truncatedTo(ChronoUnit.SECONDS);
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            throw ProblemException.malformed("expiresAt", "expected a time within a year from now");
        }
        ApiKeyId id = ApiKeyId.random();
        String secret = "kr_" + id.bare() + "_" + Secret.random();
        ApiKey key = new ApiKey(id, wanted.name(), wanted.scopes(), wanted.siteId(), now, expires, null, null);
        UserDetails details = new UserDetails(wanted.name(), "API key", null, null);
        NewAccount account = new NewAccount(id.value(), Role.PARTNER, wanted.siteId(), details);
        database.write(tx -> {
            Caller made = identity.addPartner(tx, actor, account);
            store.insert(tx, new StoredKey(key, made, Secret.hash(secret)));
            audit.record(
                    tx,
                    actor,
                    Act.of("key.made", id.value(), wanted.scopes() + " until " + expires)
                            .at(wanted.siteId()));
            return true;
        });
        return new CreatedApiKey(key, secret);
    }

    /// Ends a key and its sessions, at once.
    ///
    /// @throws ProblemException NOT_FOUND if there is none that the actor may see, or it was ended before
    void end(Caller actor, ApiKeyId id) {
        database.write(tx -> {
            StoredKey found = store.find(tx, id)
                    .filter(stored -> stored.key().endedAt() == null && sees(actor, stored))
                    .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such key."));
            store.end(tx, id, clock.instant());
            sessions.endOthers(tx, actor, found.account().userId());
            record(tx, actor, "key.ended", found);
            return true;
        });
        sessions.tellEnded();
    }

    private static boolean sees(Caller actor, StoredKey stored) {
        return actor.siteId() == null || actor.siteId().equals(stored.key().siteId());
    }

    private void record(Transaction tx, Caller actor, String action, StoredKey stored) {
        audit.record(
                tx,
                actor,
                Act.of(action, stored.key().keyId().value(), "").at(stored.key().siteId()));
    }

    /// Who comes in with a secret; empty if it is not that of this key, or the key is over.
    ///
    /// @param id what the secret is said to be of
    public Optional<Caller> prove(String id, String secret) {
        Matcher parts = FORM.matcher(secret);
        boolean agrees = parts.matches() && id.equals("key_" + parts.group("id"));
        Optional<StoredKey> found = agrees
                ? database.read(tx -> store.find(tx, new ApiKeyId(id)))
                        .filter(stored -> isEqual(stored.secretHash(), Secret.hash(secret)))
                : Optional.empty();
        Instant now = clock.instant();
        Optional<StoredKey> good = found.filter(stored -> stored.isGood(now));
        if (good.isEmpty()) {
            String subject = found.map(stored -> stored.key().keyId().value()).orElse("unknown");
            audit.note(Caller.ANONYMOUS, Act.of("key.refused", subject, ""));
        }
        good.ifPresent(stored -> noteUse(stored, now));
        return good.map(StoredKey::account);
    }

    /// Whether the key of an account is not over: it may have been ended since it was shown.
    public boolean isGood(Transaction tx, UserId account) {
        return store.findByAccount(tx, account)
                .filter(stored -> stored.isGood(clock.instant()))
                .isPresent();
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private void noteUse(StoredKey stored, Instant now) {
        Instant last = stored.key().lastUsedAt();
        if (last != null && now.isBefore(last.plus(BETWEEN_USES))) {
            return;
        }
        database.write(tx -> {
            store.use(tx, stored.key().keyId(), now);
            if (last == null) {
                record(tx, stored.account(), "key.first_used", stored);
            }
            return true;
        });
    }
}
