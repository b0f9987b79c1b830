package dev.keyrack.server.identity;

import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Which passwords are too easy to guess, however long: those that many have, those made of one's name, one character
/// over and over, and the rows of a keyboard. Nobody is told which characters to use (NIST SP 800-63B).
final class PasswordRule {

    private static final Set<String> COMMON = load();
    private static final String ROWS =
            "abcdefghijklmnopqrstuvwxyz 01234567890123456789 qwertyuiopasdfghjklzxcvbnm qwertzuiopasdfghjklyxcvbnm";
    private static final int SHORTEST_NAME = 4;
    private static final int FEWEST_KINDS = 3;
    private static final int LONGEST_PIECE = 5;
    private static final int MOST_ADDED = 4;

    private PasswordRule() {}

    private static Set<String> load() {
        try (InputStream in = PasswordRule.class.getResourceAsStream("common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("common-passwords.txt is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws ProblemException WEAK_PASSWORD if somebody of that name must not have it
    static void require(String password, String name) {
        if (isWeak(password.toLowerCase(Locale.ROOT).strip(), name.toLowerCase(Locale.ROOT))) {
            throw new ProblemException(ProblemType.WEAK_PASSWORD, "Many have this password, or it is easy to guess.");
        }
    }

    static boolean isWeak(String password, String name) {
        String letters = password.replaceAll("[^\\p{L}]", "");
        String plain = password.replaceAll("[\\d!?.,#*$_-]+$", "");
        return COMMON.contains(password)
                || isCommonWithMore(password, plain)
                || isCommonWithMore(password, letters)
                || password.chars().distinct().count() < FEWEST_KINDS
                || isRow(password)
                || isRepeated(password)
                || holdsName(password, name);
    }

    /// Whether a few digits or signs were added to a password that many have.
    private static boolean isCommonWithMore(String password, String word) {
        return COMMON.contains(word) && password.length() - word.length() <= MOST_ADDED;
    }

    private static boolean isRow(String password) {
        String backwards = new StringBuilder(password).reverse().toString();
        return ROWS.contains(password) || ROWS.contains(backwards);
    }

    /// Whether it is a short piece over and over.
    private static boolean isRepeated(String password) {
        for (int length = 1; length <= password.length() / 2; length++) {
            String piece = password.substring(0, length);
            if (piece.repeat(password.length() / length + 1).startsWith(password) && length <= LONGEST_PIECE) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsName(String password, String name) {
        String local = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
        String rest = password.replace(name, "").replace(local, "");
        return local.length() >= SHORTEST_NAME
                && rest.length() < password.length()
                && rest.length() < SHORTEST_NAME * 2;
    }
}
