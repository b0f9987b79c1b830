package dev.keyrack.server.gate;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds card numbers in text: 13 to 19 digits, with single blanks or dashes between groups of them, that begin as
/// payment cards do and pass the check of ISO/IEC 7812-1, annex B (Luhn). Digits within words, such as our
/// identifiers, UUIDs and telephone numbers with their `+` are none.
public final class CardNumberRule {

    private static final int FEWEST = 13;
    private static final int MOST = 19;
    private static final Pattern UUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]++");
    private static final Pattern ISSUERS = Pattern.compile("(?:2[2-7]|3[04-9]|4|5[0-8]|6).*");

    private CardNumberRule() {}

    public static boolean holdsCardNumber(String text) {
        String plain = UUID.matcher(text).replaceAll("x");
        List<MatchResult> groups = DIGITS.matcher(plain).results().toList();
        for (int first = 0; first < groups.size(); first++) {
            if (beginsCardNumber(plain, groups, first)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsCardNumber(String text, List<MatchResult> groups, int first) {
        int start = groups.get(first).start();
        if (start > 0 && (text.charAt(start - 1) == '+' || isOfWord(text.charAt(start - 1)))) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        for (int last = first; last < groups.size() && digits.length() < MOST; last++) {
            if (last > first && !isJoined(text, groups.get(last - 1), groups.get(last))) {
                return false;
            }
            digits.append(groups.get(last).group());
            int end = groups.get(last).end();
            if ((end == text.length() || !isOfWord(text.charAt(end))) && isCardNumber(digits)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJoined(String text, MatchResult before, MatchResult after) {
        return after.start() == before.end() + 1 && " -".indexOf(text.charAt(before.end())) >= 0;
    }

    private static boolean isOfWord(char letter) {
        return letter == '_' || Character.isLetterOrDigit(letter);
    }

    private static boolean isCardNumber(CharSequence digits) {
        return digits.length() >= FEWEST
                && digits.length() <= MOST
                && ISSUERS.matcher(digits).matches()
                && passesLuhn(digits);
    }

    private static boolean passesLuhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
