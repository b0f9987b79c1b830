package dev.keyrack.contract.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.SiteId;
import org.jspecify.annotations.Nullable;

/// Asks somebody by mail to work at a site.
///
/// @param role front desk, manager or provider admin
/// @param siteId null for the whole provider
/// @param language of the mail, `en` or `de`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InviteStaff(
        UserDetails userDetails, Role role, @Nullable SiteId siteId, String language) {

    /// @throws IllegalArgumentException if there is no e-mail address, or the role is none of staff
    public InviteStaff {
        if (userDetails.email() == null) {
            throw new IllegalArgumentException("expected an email in userDetails");
        }
        ChangeStaff.requireStaff(role);
        if (!language.equals("en") && !language.equals("de")) {
            throw new IllegalArgumentException("expected the language en or de");
        }
    }
}
