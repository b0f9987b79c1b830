package dev.keyrack.kiosk.keyboard;

/// What a field takes: its characters and its length. Nothing else can be typed into it, whatever the keyboard.
public enum FieldKind {
    NAME(100),
    EMAIL(254),
    PHONE(30),
    /// A booking code, in capitals.
    CODE(20),
    DIGITS(12),
    FREE(200),
    /// As [#DIGITS], and not shown.
    PIN(12);

    private final int longest;

    FieldKind(int longest) {
        this.longest = longest;
    }

    private boolean takes(int sign) {
        return switch (this) {
            case NAME -> Character.isLetter(sign) || " -'’.".indexOf(sign) >= 0;
            case EMAIL -> isAsciiLetter(sign) || isDigit(sign) || "@.-_+".indexOf(sign) >= 0;
            case PHONE -> isDigit(sign) || "+ ".indexOf(sign) >= 0;
            case CODE -> isAsciiLetter(sign) || isDigit(sign) || sign == '-';
            case DIGITS, PIN -> isDigit(sign);
            case FREE -> sign >= ' ' && sign < 0x7f;
        };
    }

    private static boolean isAsciiLetter(int sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }

    private static boolean isDigit(int sign) {
        return sign >= '0' && sign <= '9';
    }

    public boolean isHidden() {
        return this == PIN;
    }

    int longest() {
        return longest;
    }

    boolean takes(String signs) {
        return signs.codePoints().allMatch(this::takes);
    }
}
