package dev.keyrack.server.identity;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.SiteId;
import org.jspecify.annotations.Nullable;

/// An account that is to be made.
///
/// @param name what one signs in with, such as an e-mail address; nobody types that of a device or a program
/// @param siteId where staff or a device belong; null for guests and for those of the whole provider
/// @param language of mails, `en` or `de`
public record NewAccount(String name, Role role, @Nullable SiteId siteId, UserDetails details, String language) {

    public NewAccount(String name, Role role, @Nullable SiteId siteId, UserDetails details) {
        this(name, role, siteId, details, "en");
    }
}
