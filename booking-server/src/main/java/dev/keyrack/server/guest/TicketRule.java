package dev.keyrack.server.guest;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads what a guest types from a ticket as forgivingly as it can be without opening anything by guesses.
final class TicketRule {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{6,16}");

    private TicketRule() {}

    /// The code as it is stored; empty text if it can be none.
    static String code(String typed) {
        String code = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return CODE.matcher(code).matches() ? code : "";
    }

    /// Whether two last names are the same but for case, accents and blanks.
    static boolean sameName(String typed, String stored) {
        String name = plain(typed);
        return !name.isEmpty() && name.equals(plain(stored));
    }

    private static String plain(String name) {
        String letters = Normalizer.normalize(name.replace('\u2019', '\''), Normalizer.Form.NFKD);
        String bare = MARKS.matcher(letters).replaceAll("").toUpperCase(Locale.ROOT);
        return BETWEEN.matcher(bare).replaceAll(" ").strip();
    }
}
