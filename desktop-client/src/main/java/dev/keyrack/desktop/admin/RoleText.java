package dev.keyrack.desktop.admin;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.fx.Messages;

/// What roles are called in the reader's language.
public record RoleText(Messages messages) {

    public String name(Role role) {
        return switch (role) {
            case GUEST -> messages.text("admin.role.guest");
            case KIOSK -> messages.text("admin.role.kiosk");
            case PARTNER -> messages.text("admin.role.partner");
            case FRONT_DESK -> messages.text("admin.role.desk");
            case MANAGER -> messages.text("admin.role.manager");
            case PROVIDER_ADMIN -> messages.text("admin.role.provider");
        };
    }
}
