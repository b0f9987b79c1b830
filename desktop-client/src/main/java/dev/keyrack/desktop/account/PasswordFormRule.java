package dev.keyrack.desktop.account;

import java.util.EnumMap;
import java.util.Map;

/// Whether what was typed to change a password can be sent.
final class PasswordFormRule {

    static final int SHORTEST = 8;
    static final int LONGEST = 200;

    private PasswordFormRule() {}

    enum Field {
        PRESENT,
        FRESH,
        AGAIN
    }

    enum Fault {
        MISSING,
        TOO_SHORT,
        TOO_LONG,
        THE_SAME,
        NOT_THE_SAME
    }

    /// What is wrong, by field; empty if nothing is.
    static Map<Field, Fault> check(String present, String fresh, String again) {
        Map<Field, Fault> faults = new EnumMap<>(Field.class);
        if (present.isEmpty()) {
            faults.put(Field.PRESENT, Fault.MISSING);
        }
        if (fresh.isEmpty()) {
            faults.put(Field.FRESH, Fault.MISSING);
        } else if (fresh.length() < SHORTEST) {
            faults.put(Field.FRESH, Fault.TOO_SHORT);
        } else if (fresh.length() > LONGEST) {
            faults.put(Field.FRESH, Fault.TOO_LONG);
        } else if (fresh.equals(present)) {
            faults.put(Field.FRESH, Fault.THE_SAME);
        }
        if (again.isEmpty()) {
            faults.put(Field.AGAIN, Fault.MISSING);
        } else if (!again.equals(fresh)) {
            faults.put(Field.AGAIN, Fault.NOT_THE_SAME);
        }
        return faults;
    }
}
