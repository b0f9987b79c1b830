package dev.keyrack.contract.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import org.jspecify.annotations.Nullable;

/// An account as its owner sees it.
///
/// @param name what one signs in with
/// @param siteId where staff or a device belong; null for guests and for those of the whole provider
/// @param emailConfirmed whether the owner has shown that the e-mail address is theirs
/// @param secondFactor whether signing in takes a code too
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Profile(
        UserId userId,
        String name,
        Role role,
        @Nullable SiteId siteId,
        UserDetails userDetails,
        Preferences preferences,
        boolean emailConfirmed,
        boolean secondFactor) {}
