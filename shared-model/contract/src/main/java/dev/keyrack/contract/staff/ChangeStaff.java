package dev.keyrack.contract.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.SiteId;
import org.jspecify.annotations.Nullable;

/// Changes what somebody may do; all sessions of that person end.
///
/// @param role front desk, manager or provider admin
/// @param siteId null for the whole provider
/// @param active false to let nobody sign in to the account any more
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeStaff(Role role, @Nullable SiteId siteId, boolean active) {

    /// @throws IllegalArgumentException if the role is none of staff
    public ChangeStaff {
        requireStaff(role);
    }

    static void requireStaff(Role role) {
        if (role == Role.GUEST || role == Role.KIOSK || role == Role.PARTNER) {
            throw new IllegalArgumentException("expected the role front_desk, manager or provider_admin");
        }
    }
}
