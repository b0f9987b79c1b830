package dev.keyrack.kiosk.keyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Which keys a field needs, row by row, and what typing does to its text.
public final class KeyboardRule {

    static final String SHIFT = "⇧";
    static final String ERASE = "⌫";
    static final String ACCENTS = "é ñ ü";
    static final String LETTERS = "abc";
    static final String SPACE = " ";
    static final String NEXT = "↵";

    private static final String DIGITS = "1 2 3 4 5 6 7 8 9 0";

    private KeyboardRule() {}

    /// What the keys show.
    enum Face {
        SMALL,
        CAPITALS,
        ACCENTS
    }

    static List<List<String>> rows(FieldKind kind, Locale language, Face face) {
        List<List<String>> rows = switch (kind) {
            case NAME -> face == Face.ACCENTS ? accents() : names(language);
            case EMAIL -> letters(language, true, keys("@ . - _ .com .de"));
            case CODE -> letters(language, false, List.of("-"));
            case PHONE -> pad("+");
            case DIGITS, PIN -> pad("");
            case FREE -> letters(language, true, keys("/ . - _ : @ ⇧"));
        };
        boolean capitals = face == Face.CAPITALS || kind == FieldKind.CODE;
        return capitals ? rows.stream().map(KeyboardRule::capitals).toList() : rows;
    }

    private static List<String> capitals(List<String> row) {
        return row.stream()
                .map(key -> key.length() == 1 && !key.equals("ß") ? key.toUpperCase(Locale.ROOT) : key)
                .toList();
    }

    private static boolean isGerman(Locale language) {
        return language.getLanguage().equals("de");
    }

    private static List<List<String>> names(Locale language) {
        List<String> last = List.of(ACCENTS, SPACE, "-", "'", ERASE);
        return isGerman(language)
                ? List.of(keys("q w e r t z u i o p ü"), keys("a s d f g h j k l ö ä"), keys("⇧ y x c v b n m ß"), last)
                : List.of(keys("q w e r t y u i o p"), keys("a s d f g h j k l"), keys("⇧ z x c v b n m"), last);
    }

    private static List<List<String>> accents() {
        return List.of(
                keys("á à â ä ã å æ ç č ć"),
                keys("é è ê ë í î ï ł ñ ń"),
                keys("ó ò ô ö õ ø œ ř š ß"),
                keys("ú ù û ü ů ý ž ź ż ğ"),
                List.of(LETTERS, SHIFT, ERASE));
    }

    private static List<List<String>> letters(Locale language, boolean small, List<String> signs) {
        boolean german = isGerman(language) && small;
        List<String> last = Stream.concat(signs.stream(), Stream.of(ERASE)).toList();
        return List.of(
                keys(DIGITS),
                keys(german ? "q w e r t z u i o p" : "q w e r t y u i o p"),
                keys("a s d f g h j k l"),
                keys(german ? "y x c v b n m" : "z x c v b n m"),
                last);
    }

    /// The same keys with one that goes to the next field: last in the last row, on a pad in a row of its own.
    static List<List<String>> withNext(FieldKind kind, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(rows);
        if (isPad(kind)) {
            all.add(List.of(NEXT));
        } else {
            all.set(
                    rows.size() - 1,
                    Stream.concat(rows.getLast().stream(), Stream.of(NEXT)).toList());
        }
        return all;
    }

    static boolean isPad(FieldKind kind) {
        return kind == FieldKind.PHONE || kind == FieldKind.DIGITS || kind == FieldKind.PIN;
    }

    private static List<List<String>> pad(String sign) {
        List<String> last = sign.isEmpty() ? List.of("0", ERASE) : List.of(sign, "0", ERASE);
        return List.of(keys("1 2 3"), keys("4 5 6"), keys("7 8 9"), last);
    }

    private static List<String> keys(String row) {
        return List.of(row.split(" ", -1));
    }

    /// The text after a key; unchanged where the field does not take it.
    static String typed(FieldKind kind, String text, String signs) {
        String wanted = kind == FieldKind.CODE ? signs.toUpperCase(Locale.ROOT) : signs;
        boolean fits = text.length() + wanted.length() <= kind.longest() && kind.takes(wanted);
        return fits && !(text.isEmpty() && wanted.isBlank()) ? text + wanted : text;
    }

    /// The text without its last character.
    static String erased(String text) {
        return text.isEmpty() ? text : text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }

    /// Names begin with a capital, after a blank or a dash too.
    static boolean startsWord(FieldKind kind, String text) {
        return kind == FieldKind.NAME && (text.isEmpty() || " -'".indexOf(text.charAt(text.length() - 1)) >= 0);
    }
}
