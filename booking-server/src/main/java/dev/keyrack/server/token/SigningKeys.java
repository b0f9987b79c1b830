package dev.keyrack.server.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import dev.keyrack.server.persistence.Database;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Each node signs with a key of its own, which never leaves its data folder, for 30 days; the public halves of all
/// nodes' keys stand in the database, so that each accepts what the others signed. A node publishes its next key a day
/// before it signs with it.
public final class SigningKeys {

    static final Duration TERM = Duration.ofDays(30);
    static final Duration AHEAD = Duration.ofDays(1);
    /// Longer than any token lives.
    static final Duration AFTER = Duration.ofDays(1);

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final Duration READ_AGAIN = Duration.ofMinutes(1);
    private static final Duration READ_FOR_UNKNOWN = Duration.ofSeconds(1);

    private final Database database;
    private final KeyFile file;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private List<OctetKeyPair> own;
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    /// @param folder where this node keeps its private keys
    public SigningKeys(Database database, Path folder, Clock clock) {
        this.database = database;
        this.clock = clock;
        file = new KeyFile(folder);
        own = file.read();
        publish(own);
    }

    /// A key of some node.
    private record Published(PublicKey key, Instant acceptedUntil) {}

    /// What the database said at a time, by the headers of tokens.
    private record Known(Map<String, Published> keys, Instant at) {}

    /// The key that this node signs with now.
    OctetKeyPair signer() {
        lock.lock();
        try {
            Instant now = clock.instant();
            Optional<OctetKeyPair> newest = own.isEmpty() ? Optional.empty() : Optional.of(own.getLast());
            Instant due = newest.map(key -> signsFrom(key).plus(TERM)).orElse(now);
            if (!due.minus(AHEAD).isAfter(now)) {
                add(due.isAfter(now) ? due : now);
            }
            return own.reversed().stream()
                    .filter(key -> !signsFrom(key).isAfter(now))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The clock is before the first signing key"));
        } finally {
            lock.unlock();
        }
    }

    private static Instant signsFrom(OctetKeyPair key) {
        return key.getNotBeforeTime().toInstant();
    }

    private void add(Instant signsFrom) {
        try {
            OctetKeyPair made = Ed25519.generate()
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint()
                    .notBeforeTime(Date.from(signsFrom.truncatedTo(ChronoUnit.SECONDS)))
                    .expirationTime(Date.from(signsFrom.plus(TERM).plus(AFTER).truncatedTo(ChronoUnit.SECONDS)))
                    .build();
            Instant now = clock.instant();
            List<OctetKeyPair> all = new ArrayList<>(own);
            all.removeIf(key -> key.getExpirationTime().toInstant().isBefore(now));
            all.add(made);
            file.write(all);
            publish(List.of(made));
            own = List.copyOf(all);
        } catch (JOSEException e) {
            throw new IllegalStateException("A signing key could not be named", e);
        }
    }

    private void publish(List<OctetKeyPair> keys) {
        if (keys.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        database.write(tx -> {
            tx.update("delete from signing_key where accepted_until < ?", now);
            for (OctetKeyPair key : keys) {
                if (tx.find("select 1 from signing_key where id = ?", _ -> true, key.getKeyID())
                        .isEmpty()) {
                    tx.update(
                            "insert into signing_key (id, public_key, signs_from, accepted_until) values (?, ?, ?, ?)",
                            key.getKeyID(),
                            key.getX(),
                            signsFrom(key),
                            key.getExpirationTime().toInstant());
                }
            }
            return true;
        });
    }

    /// The header, in base64url, of every token that a key signs.
    static String header(String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                .type(TYPE)
                .keyID(keyId)
                .build()
                .toBase64URL()
                .toString();
    }

    /// The public key of such a header, if a node published it and its time is not over.
    Optional<PublicKey> find(String header) {
        Instant now = clock.instant();
        Known present = known;
        Duration limit = present.keys().containsKey(header) ? READ_AGAIN : READ_FOR_UNKNOWN;
        if (present.at().equals(Instant.MIN)
                || now.isBefore(present.at())
                || !now.isBefore(present.at().plus(limit))) {
            present = read(now);
        }
        return Optional.ofNullable(present.keys().get(header))
                .filter(found -> now.isBefore(found.acceptedUntil()))
                .map(Published::key);
    }

    private Known read(Instant now) {
        Map<String, Published> keys = new HashMap<>();
        list().forEach(key -> keys.put(
                header(key.getKeyID()),
                new Published(
                        Ed25519.publicKey(key.getDecodedX()),
                        key.getExpirationTime().toInstant())));
        Known read = new Known(Map.copyOf(keys), now);
        known = read;
        return read;
    }

    private List<OctetKeyPair> list() {
        return database.read(tx -> tx.list(
                "select id, public_key, signs_from, accepted_until from signing_key where accepted_until > ? order by id",
                row -> new OctetKeyPair.Builder(Curve.Ed25519, new Base64URL(row.text("public_key")))
                        .keyID(row.text("id"))
                        .keyUse(KeyUse.SIGNATURE)
                        .notBeforeTime(Date.from(row.instant("signs_from")))
                        .expirationTime(Date.from(row.instant("accepted_until")))
                        .build(),
                clock.instant()));
    }

    /// The public keys of all nodes (RFC 7517), the next ones too.
    Map<String, Object> toJwks() {
        List<JWK> all = List.copyOf(list());
        return new JWKSet(all).toJSONObject();
    }
}
