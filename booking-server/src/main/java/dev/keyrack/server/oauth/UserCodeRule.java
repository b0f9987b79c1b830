package dev.keyrack.server.oauth;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody reads on one device and enters on another: eight consonants, so that they spell no word (RFC 8628,
/// section 6.1).
final class UserCodeRule {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{8}");
    private static final int LENGTH = 8;
    private static final int HALF = 4;

    private UserCodeRule() {}

    static String random() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /// As it is shown: in two halves.
    static String shown(String code) {
        return code.substring(0, HALF) + "-" + code.substring(HALF);
    }

    /// The code that somebody meant, however it was written; empty if it is none.
    static Optional<String> read(String typed) {
        String code = typed.replaceAll("[\\s\\p{Pd}.]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
