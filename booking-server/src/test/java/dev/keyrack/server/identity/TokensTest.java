package dev.keyrack.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.http.Caller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Caller DESK = new Caller(new UserId("usr_desk"), Role.FRONT_DESK, new SiteId("sit_a"));

    @TempDir
    private Path folder;

    private Tokens tokens;
    private ECKey key;

    @SuppressWarnings("NullAway.Init")
    TokensTest() {}

    @BeforeEach
    void open() throws Exception {
        tokens = Tokens.open(folder, CLOCK);
        key = ECKey.parse(Files.readString(folder.resolve("signing-key.json")));
    }

    @Test
    void readsItsOwn() {
        assertThat(tokens.read(tokens.issue(DESK))).hasValue(DESK);
        assertThat(tokens.read(tokens.issue(new Caller(new UserId("usr_g"), Role.GUEST, null))))
                .hasValue(new Caller(new UserId("usr_g"), Role.GUEST, null));
    }

    @Test
    void keepsItsKeyForItselfAndForTheNextStart() throws Exception {
        assertThat(Tokens.open(folder, CLOCK).read(tokens.issue(DESK))).hasValue(DESK);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("signing-key.json"))))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("signing-key.json.new")).doesNotExist();
    }

    @Test
    void refusesExpired() {
        String token = tokens.issue(DESK);
        Duration almost = Tokens.LIFETIME.minusSeconds(1);
        assertThat(Tokens.open(folder, Clock.offset(CLOCK, almost)).read(token)).hasValue(DESK);
        assertThat(Tokens.open(folder, Clock.offset(CLOCK, Tokens.LIFETIME)).read(token))
                .isEmpty();
    }

    @Test
    void acceptsForgedOnlyIfNothingIsWrong() throws Exception {
        assertThat(tokens.read(forged(claims -> claims))).hasValue(DESK);
    }

    @Test
    void refusesWrongClaims() throws Exception {
        List<UnaryOperator<JWTClaimsSet.Builder>> wrong = List.of(
                claims -> claims.issuer("somebody"),
                claims -> claims.audience("other"),
                claims -> claims.audience(List.of("keyrack-api", "other")),
                claims -> claims.audience((String) null),
                claims -> claims.subject(null),
                claims -> claims.subject("bkg_1"),
                claims -> claims.claim("role", "KING"),
                claims -> claims.claim("role", null),
                claims -> claims.claim("role", List.of("MANAGER")),
                claims -> claims.claim("site", 5),
                claims -> claims.claim("site", "x"),
                claims -> claims.expirationTime(null),
                claims -> claims.expirationTime(Date.from(NOW)),
                claims -> claims.issueTime(null),
                claims -> claims.issueTime(Date.from(NOW.plusSeconds(61))));
        for (UnaryOperator<JWTClaimsSet.Builder> change : wrong) {
            assertThat(tokens.read(forged(change))).isEmpty();
        }
    }

    @Test
    void refusesOtherTypesAlgorithmsAndKeys() throws Exception {
        JWTClaimsSet claims = claims().build();
        JWSHeader good = header("at+jwt").build();
        ECKey stranger = ECKey.parse(Files.readString(strangersKey()));
        String own = sign(good, claims, key);
        assertThat(tokens.read(sign(good, claims, stranger))).isEmpty();
        assertThat(tokens.read(sign(header("at+jwt").jwk(stranger.toPublicJWK()).build(), claims, stranger)))
                .isEmpty();
        assertThat(tokens.read(sign(header("jwt").build(), claims, key))).isEmpty();
        assertThat(tokens.read(new PlainJWT(claims).serialize())).isEmpty();
        assertThat(tokens.read(own.substring(0, own.lastIndexOf('.') + 1))).isEmpty();
        assertThat(tokens.read(hmacWithPublicKey(claims))).isEmpty();
        assertThat(tokens.read(withOtherPayload(own))).isEmpty();
        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read("a.b.c")).isEmpty();
        assertThat(tokens.read(own)).hasValue(DESK);
    }

    private Path strangersKey() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Tokens.open(other, CLOCK);
        return other.resolve("signing-key.json");
    }

    private String hmacWithPublicKey(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims);
        token.sign(new MACSigner(key.toECPublicKey().getEncoded()));
        return token.serialize();
    }

    private String withOtherPayload(String token) {
        String[] parts = token.split("\\.", -1);
        String payload = tokens.issue(new Caller(new UserId("usr_desk"), Role.PROVIDER_ADMIN, null))
                .split("\\.", -1)[1];
        return parts[0] + "." + payload + "." + parts[2];
    }

    private static JWSHeader.Builder header(String type) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(type));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("keyrack")
                .audience("keyrack-api")
                .subject("usr_desk")
                .claim("role", "FRONT_DESK")
                .claim("site", "sit_a")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    private String forged(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return sign(header("at+jwt").build(), change.apply(claims()).build(), key);
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, ECKey with) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new ECDSASigner(with));
        return token.serialize();
    }
}
