package dev.keyrack.server.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds card numbers in text: 13 to 19 digits, with single blanks or dashes between them, that begin as payment
/// cards do
/// and pass the check of ISO/IEC 7812-1, annex B (Luhn).
public final class CardNumberRule {

    private static final Pattern DIGITS =
            Pattern.compile("(?<![0-9A-Za-z_+])[2-6](?:[ -]?[0-9]){12,18}(?![0-9A-Za-z_])");

    private CardNumberRule() {}

    public static boolean holdsCardNumber(String text) {
        Matcher matcher = DIGITS.matcher(text);
        while (matcher.find()) {
            if (passesLuhn(matcher.group().replaceAll("[ -]", ""))) {
                return true;
            }
        }
        return false;
    }

    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
