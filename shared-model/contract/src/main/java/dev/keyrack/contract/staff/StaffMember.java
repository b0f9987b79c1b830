package dev.keyrack.contract.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import org.jspecify.annotations.Nullable;

/// One who works for a provider.
///
/// @param name what one signs in with
/// @param siteId where one works; null for those of the whole provider
/// @param active whether one may sign in
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffMember(
        UserId userId,
        String name,
        String firstName,
        String lastName,
        Role role,
        @Nullable SiteId siteId,
        boolean active) {}
