package dev.keyrack.server.http;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/// Who sent a request.
///
/// @param siteId the site that staff or a device belong to; null for guests and for those of the whole provider
public record Caller(UserId userId, Role role, @Nullable SiteId siteId) implements Principal {

    /// Stands for a request without a token.
    public static final Caller ANONYMOUS = new Caller(new UserId("usr_anonymous"), Role.GUEST, null);

    /// Stands for the server itself, in the audit log.
    public static final Caller SYSTEM = new Caller(new UserId("usr_system"), Role.PROVIDER_ADMIN, null);

    public static Caller of(ContainerRequestContext request) {
        return request.getSecurityContext().getUserPrincipal() instanceof Caller caller ? caller : ANONYMOUS;
    }

    public boolean isAnonymous() {
        return equals(ANONYMOUS);
    }

    /// Whether this caller works for the provider (front desk, manager or admin).
    public boolean isStaff() {
        return role == Role.FRONT_DESK || role == Role.MANAGER || role == Role.PROVIDER_ADMIN;
    }

    /// Whether this caller may see and change everything at a site.
    public boolean worksAt(SiteId site) {
        return isStaff() && (siteId == null || siteId.equals(site));
    }

    @Override
    public String getName() {
        return userId.value();
    }
}
