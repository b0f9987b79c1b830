package dev.keyrack.desktop.party;

import java.util.EnumMap;
import java.util.Map;

/// Whether what was typed about a guest can be sent.
final class GuestFormRule {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;

    private GuestFormRule() {}

    enum Field {
        FIRST_NAME,
        LAST_NAME,
        EMAIL,
        PHONE
    }

    enum Fault {
        MISSING,
        TOO_LONG,
        NO_ADDRESS,
        NO_NUMBER
    }

    /// What is wrong, by field; empty if nothing is.
    static Map<Field, Fault> check(String firstName, String lastName, String email, String phone) {
        Map<Field, Fault> faults = new EnumMap<>(Field.class);
        checkName(faults, Field.FIRST_NAME, firstName.strip());
        checkName(faults, Field.LAST_NAME, lastName.strip());
        String address = email.strip();
        if (!address.isEmpty() && (address.length() > LONGEST_EMAIL || !address.matches("[^\\s@<>\"]+@[^\\s@<>\"]+"))) {
            faults.put(Field.EMAIL, Fault.NO_ADDRESS);
        }
        String number = phone.strip();
        if (!number.isEmpty() && !number.matches("\\+?[0-9 ()/.-]{3,30}")) {
            faults.put(Field.PHONE, Fault.NO_NUMBER);
        }
        return faults;
    }

    private static void checkName(Map<Field, Fault> faults, Field field, String name) {
        if (name.isEmpty()) {
            faults.put(field, Fault.MISSING);
        } else if (name.length() > LONGEST_NAME) {
            faults.put(field, Fault.TOO_LONG);
        }
    }
}
