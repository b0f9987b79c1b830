package dev.keyrack.desktop.admin.staff;

import dev.keyrack.contract.staff.StaffMember;
import java.util.Locale;

/// One who works for the provider, in words.
record StaffRow(StaffMember member, String name, String role, String site, String state) {

    String mail() {
        return member.name();
    }

    boolean active() {
        return member.active();
    }

    boolean matches(String wish) {
        return String.join(" ", name, mail(), role, site, state)
                .toLowerCase(Locale.ROOT)
                .contains(wish);
    }
}
