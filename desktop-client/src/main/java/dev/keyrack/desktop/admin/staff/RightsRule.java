package dev.keyrack.desktop.admin.staff;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.staff.StaffMember;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which rights somebody may give, so that nothing is offered that the server would refuse.
final class RightsRule {

    private RightsRule() {}

    /// Who gives them.
    ///
    /// @param site null for the whole provider
    record Actor(UserId id, Role role, @Nullable SiteId site) {}

    /// The roles that the actor may give, the least first.
    static List<Role> roles(Actor actor) {
        return switch (actor.role()) {
            case PROVIDER_ADMIN -> List.of(Role.FRONT_DESK, Role.MANAGER, Role.PROVIDER_ADMIN);
            case MANAGER -> List.of(Role.FRONT_DESK, Role.MANAGER);
            case FRONT_DESK, KIOSK, PARTNER, GUEST -> List.of();
        };
    }

    /// Whether the actor may have people work there.
    ///
    /// @param site null for the whole provider
    static boolean mayGive(Actor actor, @Nullable SiteId site) {
        return actor.site() == null || actor.site().equals(site);
    }

    static boolean mayChange(Actor actor, StaffMember member) {
        return !actor.id().equals(member.userId())
                && roles(actor).contains(member.role())
                && mayGive(actor, member.siteId());
    }
}
