package dev.keyrack.kiosk.keyboard;

import java.util.function.IntPredicate;

/// What a field takes: its characters and its length. Nothing else can be typed into it, whatever the keyboard.
public enum FieldKind {
    NAME(100, sign -> Character.isLetter(sign) || " -'’.".indexOf(sign) >= 0),
    EMAIL(254, sign -> isAsciiLetter(sign) || isDigit(sign) || "@.-_+".indexOf(sign) >= 0),
    PHONE(30, sign -> isDigit(sign) || "+ ".indexOf(sign) >= 0),
    /// A booking code, in capitals.
    CODE(20, sign -> isAsciiLetter(sign) || isDigit(sign) || sign == '-'),
    DIGITS(12, FieldKind::isDigit),
    FREE(200, sign -> sign > ' ' && sign < 0x7f || sign == ' '),
    /// As [#FREE], and not shown.
    SECRET(200, sign -> sign > ' ' && sign < 0x7f),
    /// As [#DIGITS], and not shown.
    PIN(12, FieldKind::isDigit);

    private final int longest;
    private final IntPredicate taken;

    FieldKind(int longest, IntPredicate taken) {
        this.longest = longest;
        this.taken = taken;
    }

    private static boolean isAsciiLetter(int sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
    }

    private static boolean isDigit(int sign) {
        return sign >= '0' && sign <= '9';
    }

    public boolean isHidden() {
        return this == SECRET || this == PIN;
    }

    int longest() {
        return longest;
    }

    boolean takes(String signs) {
        return signs.codePoints().allMatch(taken);
    }
}
