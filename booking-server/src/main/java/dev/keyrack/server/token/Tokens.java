package dev.keyrack.server.token;

import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SessionId;
import dev.keyrack.contract.partner.KeyScope;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.http.Caller;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Access tokens: JWT (RFC 9068) signed with EdDSA (RFC 8037), good for five minutes. A token's header is not even
/// read: it must be, letter for letter, the header that one of our own keys gives.
public final class Tokens {

    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String ISSUER = "keyrack";
    private static final String AUDIENCE = "keyrack-api";
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(1);
    private static final int LONGEST = 4_096;
    private static final Pattern FORM =
            Pattern.compile("(?<header>[A-Za-z0-9_-]+)\\.(?<claims>[A-Za-z0-9_-]+)\\.(?<signature>[A-Za-z0-9_-]{86})");

    private final SigningKeys keys;
    private final Clock clock;

    public Tokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// A token for somebody who has signed in; it ends by itself after [#LIFETIME].
    ///
    /// @param provedAt when the caller last proved who it is
    public String issue(Caller caller, SessionId session, Instant provedAt) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(caller.userId().value())
                .claim("role", caller.role().name())
                .claim("sid", session.value())
                .claim("auth_time", provedAt.getEpochSecond())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
        if (caller.role() == Role.PARTNER) {
            claims.claim(
                    "scope",
                    caller.key().stream().map(KeyScope::toWord).sorted().collect(Collectors.joining(" ")));
        }
        SiteId site = caller.siteId();
        if (site != null) {
            claims.claim("site", site.value());
        }
        OctetKeyPair key = keys.signer();
        String content = SigningKeys.header(key.getKeyID()) + "."
                + Base64URL.encode(claims.build().toString());
        return content + "." + Base64URL.encode(Ed25519.sign(key, content.getBytes(StandardCharsets.US_ASCII)));
    }

    /// Who stands behind a token; empty if it is not one of ours, or not good any more.
    public Optional<Caller> read(String text) {
        Matcher parts = FORM.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        try {
            byte[] signature = new Base64URL(parts.group("signature")).decode();
            boolean ours = Base64URL.encode(signature).toString().equals(parts.group("signature"))
                    && isSigned(parts.group("header"), text.substring(0, parts.end("claims")), signature);
            return ours
                    ? ofClaims(JWTClaimsSet.parse(new Base64URL(parts.group("claims")).decodeToString()))
                    : Optional.empty();
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isSigned(String header, String content, byte[] signature) {
        return keys.find(header)
                .filter(key -> Ed25519.verify(key, content.getBytes(StandardCharsets.US_ASCII), signature))
                .isPresent();
    }

    private Optional<Caller> ofClaims(JWTClaimsSet claims) throws ParseException {
        Date expires = claims.getExpirationTime();
        Date issued = claims.getIssueTime();
        Date signedIn = claims.getDateClaim("auth_time");
        String session = claims.getStringClaim("sid");
        Instant now = clock.instant();
        if (!ISSUER.equals(claims.getIssuer())
                || !List.of(AUDIENCE).equals(claims.getAudience())
                || claims.getSubject() == null
                || session == null
                || expires == null
                || issued == null
                || signedIn == null
                || claims.getNotBeforeTime() != null
                || !expires.toInstant().isAfter(now)
                || expires.toInstant().isAfter(issued.toInstant().plus(LIFETIME))
                || issued.toInstant().isAfter(now.plus(CLOCKS_MAY_DIFFER))) {
            return Optional.empty();
        }
        String site = claims.getStringClaim("site");
        return Optional.of(new Caller(
                new UserId(claims.getSubject()),
                Role.valueOf(String.valueOf(claims.getStringClaim("role"))),
                site == null ? null : new SiteId(site),
                new Caller.Login(new SessionId(session), signedIn.toInstant(), issued.toInstant(), expires.toInstant()),
                keyOf(claims.getStringClaim("scope"))));
    }

    private static Set<KeyScope> keyOf(@Nullable String words) {
        return words == null
                ? Set.of()
                : Arrays.stream(words.split(" ", -1))
                        .flatMap(word -> KeyScope.ofWord(word).stream())
                        .collect(Collectors.toUnmodifiableSet());
    }
}
