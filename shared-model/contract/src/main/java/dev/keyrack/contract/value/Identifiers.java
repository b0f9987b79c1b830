package dev.keyrack.contract.value;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/// The one shape that all identifiers share.
public final class Identifiers {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern BODY = Pattern.compile("[0-9a-z]{1,40}");
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;

    private Identifiers() {}

    /// @throws IllegalArgumentException unless it is the prefix and then 1 to 40 lower-case letters or digits
    public static void check(String prefix, String value) {
        if (!value.startsWith(prefix)
                || !BODY.matcher(value.substring(prefix.length())).matches()) {
            throw new IllegalArgumentException("expected " + prefix + " and then lower-case letters or digits");
        }
    }

    /// The prefix and then 130 random bits.
    public static String random(String prefix) {
        StringBuilder text = new StringBuilder(prefix);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
