package dev.keyrack.desktop.palette;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How well words match a text, when accents, capitals, left-out letters and one slip of the finger do not matter.
final class MatchRule {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int WHOLE = 100;
    private static final int BEGINNING = 80;
    private static final int INSIDE = 50;
    private static final int SLIP = 30;
    private static final int LEFT_OUT = 20;
    private static final int SHORTEST_SLIP = 4;
    private static final int SHORTEST_LEFT_OUT = 3;

    private MatchRule() {}

    /// The sum over the words; 0 if one of them matches nothing.
    static int score(String words, String text) {
        List<String> parts = split(text);
        int sum = 0;
        for (String word : split(words)) {
            int best =
                    parts.stream().mapToInt(part -> scoreWord(word, part)).max().orElse(0);
            if (best == 0) {
                return 0;
            }
            sum += best;
        }
        return sum;
    }

    private static List<String> split(String text) {
        return BETWEEN.splitAsStream(plain(text))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
    }

    private static int scoreWord(String word, String part) {
        if (part.equals(word)) {
            return WHOLE;
        }
        if (part.startsWith(word)) {
            return BEGINNING;
        }
        if (word.length() >= SHORTEST_LEFT_OUT && part.contains(word)) {
            return INSIDE;
        }
        if (word.length() >= SHORTEST_SLIP && isOneSlipFromBeginning(word, part)) {
            return SLIP;
        }
        return word.length() >= SHORTEST_LEFT_OUT && hasLettersInOrder(word, part) ? LEFT_OUT : 0;
    }

    /// One letter too many, too few, wrong, or swapped with its neighbour.
    private static boolean isOneSlipFromBeginning(String word, String part) {
        int i = 0;
        while (i < word.length() && i < part.length() && word.charAt(i) == part.charAt(i)) {
            i++;
        }
        return i > 0
                && (rest(part, i + 1).startsWith(rest(word, i + 1))
                        || rest(part, i).startsWith(rest(word, i + 1))
                        || rest(part, i + 1).startsWith(rest(word, i))
                        || isSwapped(word, part, i));
    }

    private static boolean isSwapped(String word, String part, int at) {
        return at + 1 < word.length()
                && at + 1 < part.length()
                && word.charAt(at) == part.charAt(at + 1)
                && word.charAt(at + 1) == part.charAt(at)
                && rest(part, at + 2).startsWith(rest(word, at + 2));
    }

    private static String rest(String text, int from) {
        return from < text.length() ? text.substring(from) : "";
    }

    private static boolean hasLettersInOrder(String word, String part) {
        if (word.charAt(0) != part.charAt(0)) {
            return false;
        }
        int found = 0;
        for (int i = 0; i < part.length() && found < word.length(); i++) {
            if (part.charAt(i) == word.charAt(found)) {
                found++;
            }
        }
        return found == word.length();
    }
}
