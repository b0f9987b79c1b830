package dev.keyrack.kiosk.details;

import dev.keyrack.kiosk.flow.GuestInput;
import java.util.EnumSet;
import java.util.Set;

/// What is missing or wrong in what a guest typed.
public final class DetailsRule {

    private DetailsRule() {}

    /// What can be wrong.
    enum Fault {
        FIRST_NAME_MISSING,
        LAST_NAME_MISSING,
        EMAIL_WRONG,
        PHONE_WRONG
    }

    static Set<Fault> faults(GuestInput guest) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (guest.firstName().isBlank()) {
            faults.add(Fault.FIRST_NAME_MISSING);
        }
        if (guest.lastName().isBlank()) {
            faults.add(Fault.LAST_NAME_MISSING);
        }
        if (!guest.email().isBlank()
                && !guest.email().matches("[^\\s@]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}")) {
            faults.add(Fault.EMAIL_WRONG);
        }
        if (!guest.phone().isBlank() && !guest.phone().matches("\\+?[0-9 ]{5,30}")) {
            faults.add(Fault.PHONE_WRONG);
        }
        return faults;
    }
}
