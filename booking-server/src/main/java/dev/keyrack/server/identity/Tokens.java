package dev.keyrack.server.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.http.Caller;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/// Access tokens: JWT (RFC 9068) signed with ES256 by the site's own key, good for 15 minutes. Only this one
/// algorithm and this one key are accepted, whatever a token's header says.
final class Tokens {

    static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final String ISSUER = "keyrack";
    private static final String AUDIENCE = "keyrack-api";

    private final ECKey key;
    private final Clock clock;

    private Tokens(ECKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /// Reads the key in a folder, or makes one there that only the server's user can read.
    static Tokens open(Path folder, Clock clock) {
        Path file = folder.resolve("signing-key.json");
        try {
            if (!Files.exists(file)) {
                create(folder, file);
            }
            return new Tokens(ECKey.parse(Files.readString(file)), clock);
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException("The signing key " + file + " cannot be used", e);
        }
    }

    private static void create(Path folder, Path file) throws IOException, JOSEException {
        ECKey made = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        Path beside = folder.resolve("signing-key.json.new");
        Files.deleteIfExists(beside);
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        if (posix) {
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(beside);
        }
        Files.writeString(beside, made.toJSONString());
        force(beside, StandardOpenOption.WRITE);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        force(folder, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    String issue(Caller caller) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(caller.userId().value())
                .claim("role", caller.role().name())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
        SiteId site = caller.siteId();
        if (site != null) {
            claims.claim("site", site.value());
        }
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(TYPE)
                        .keyID(key.getKeyID())
                        .build(),
                claims.build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key does not sign", e);
        }
        return token.serialize();
    }

    /// Who stands behind a token; empty if it is not one of ours, or not good any more.
    Optional<Caller> read(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWSHeader header = token.getHeader();
            boolean ours = JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    && TYPE.equals(header.getType())
                    && (header.getCriticalParams() == null
                            || header.getCriticalParams().isEmpty())
                    && token.verify(new ECDSAVerifier(key.toECPublicKey()));
            return ours ? ofClaims(token.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Caller> ofClaims(JWTClaimsSet claims) throws ParseException {
        Date expires = claims.getExpirationTime();
        Date issued = claims.getIssueTime();
        Instant now = clock.instant();
        boolean good = ISSUER.equals(claims.getIssuer())
                && List.of(AUDIENCE).equals(claims.getAudience())
                && claims.getSubject() != null
                && expires != null
                && issued != null
                && expires.toInstant().isAfter(now)
                && !issued.toInstant().isAfter(now.plusSeconds(60));
        if (!good) {
            return Optional.empty();
        }
        String site = claims.getStringClaim("site");
        return Optional.of(new Caller(
                new UserId(claims.getSubject()),
                Role.valueOf(String.valueOf(claims.getStringClaim("role"))),
                site == null ? null : new SiteId(site)));
    }
}
