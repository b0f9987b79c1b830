package dev.keyrack.server.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Makes tokens that are wrong in one way each, with the server's own private key where that helps.
final class Forgery {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    /// The order of the curve's group (RFC 8032), little end last.
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    final OctetKeyPair own;
    final OctetKeyPair stranger = Ed25519.generate().keyID("stranger").build();
    private final Map<String, Object> claims = new LinkedHashMap<>();

    Forgery(OctetKeyPair own, String user, Instant now) {
        this.own = own;
        claims.put("iss", "keyrack");
        claims.put("aud", "keyrack-api");
        claims.put("sub", user);
        claims.put("role", "PROVIDER_ADMIN");
        claims.put("sid", "ses_1");
        claims.put("auth_time", now.getEpochSecond());
        claims.put("jti", "1");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 300);
    }

    /// The header of an honest token.
    String header() {
        return "{\"kid\":\"" + own.getKeyID() + "\",\"typ\":\"at+jwt\",\"alg\":\"EdDSA\"}";
    }

    /// An honest header with other or more members; null takes one away.
    String header(String name, @Nullable Object value) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kid", own.getKeyID());
        all.put("typ", "at+jwt");
        all.put("alg", "EdDSA");
        return with(all, name, value);
    }

    String claims() {
        return json(claims);
    }

    String claims(String name, @Nullable Object value) {
        return with(new LinkedHashMap<>(claims), name, value);
    }

    private static String with(Map<String, Object> all, String name, @Nullable Object value) {
        if (value == null) {
            all.remove(name);
        } else {
            all.put(name, value);
        }
        return json(all);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String honest() {
        return signed(header(), claims());
    }

    String signed(String header, String body) {
        return signedBy(own, header, body);
    }

    String signedBy(OctetKeyPair key, String header, String body) {
        return join(header, body, Ed25519.sign(key, content(header, body)));
    }

    static String join(String header, String body, byte[] signature) {
        return text(header) + "." + text(body) + "." + TEXT.encodeToString(signature);
    }

    static String text(String json) {
        return TEXT.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] content(String header, String body) {
        return (text(header) + "." + text(body)).getBytes(StandardCharsets.US_ASCII);
    }

    String hmac(String algorithm, byte[] key, String header) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return join(header, claims(), mac.doFinal(content(header, claims())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String elliptic(String header) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.generateKeyPair().getPrivate());
            signature.update(content(header, claims()));
            return join(header, claims(), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The same signature with the group's order added to its second half: a lax verifier takes it (RFC 8032, 8.4).
    String malleated() {
        byte[] signature = Ed25519.sign(own, content(header(), claims()));
        byte[] big = new byte[33];
        for (int i = 0; i < 32; i++) {
            big[32 - i] = signature[32 + i];
        }
        byte[] sum = new BigInteger(big).add(ORDER).toByteArray();
        for (int i = 0; i < 32; i++) {
            int at = sum.length - 1 - i;
            signature[32 + i] = at >= 0 ? sum[at] : 0;
        }
        return join(header(), claims(), signature);
    }

    /// The last character of a signature carries four bits that mean nothing: the same octets, another text.
    String otherSpelling() {
        String honest = honest();
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(honest.charAt(honest.length() - 1));
        return honest.substring(0, honest.length() - 1) + alphabet.charAt(last ^ 1);
    }
}
