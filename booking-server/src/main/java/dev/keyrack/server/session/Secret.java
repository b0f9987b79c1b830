package dev.keyrack.server.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Random texts of which the database keeps only SHA-256: nobody can guess them, so that a slow hash would add nothing.
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int OCTETS = 32;
    private static final String ALPHABET = "abcdefghjkmnpqrstvwxyz23456789";
    private static final int LONG = 6;
    private static final int GROUP = 5;

    private Secret() {}

    /// 256 random bits as 43 characters of base64url.
    public static String random() {
        byte[] octets = new byte[OCTETS];
        RANDOM.nextBytes(octets);
        return text(octets);
    }

    /// 147 random bits as six groups of letters and digits that are not mistaken for each other.
    public static String readable() {
        return readable(LONG);
    }

    /// Groups of five letters and digits, of 24 random bits each: few are only for what is good for a short time, and
    /// where guesses are counted.
    public static String readable(int groups) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups * GROUP; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /// SHA-256 in 64 hexadecimal digits.
    public static String hash(String secret) {
        return HexFormat.of().formatHex(digest(secret));
    }

    /// Hides one secret by another: only who has the key finds the text again. A key is used once.
    static String seal(String key, String secret) {
        return text(mix(key, Base64.getUrlDecoder().decode(secret)));
    }

    /// Finds what [#seal] hid.
    static String open(String key, String sealed) {
        return seal(key, sealed);
    }

    private static byte[] mix(String key, byte[] octets) {
        byte[] pad = digest("successor of " + key);
        byte[] mixed = new byte[OCTETS];
        for (int i = 0; i < OCTETS; i++) {
            mixed[i] = (byte) (pad[i] ^ octets[i]);
        }
        return mixed;
    }

    private static String text(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
