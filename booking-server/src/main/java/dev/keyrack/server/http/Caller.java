package dev.keyrack.server.http;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SessionId;
import dev.keyrack.contract.partner.KeyScope;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.access.Permissions;
import dev.keyrack.server.access.Scope;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who sent a request.
///
/// @param siteId the site that staff or a device belong to; null for guests and for those of the whole provider
/// @param login how this caller came in, as the token tells; null where there was no token
/// @param key what a partner's key is for; empty for everybody else
public record Caller(
        UserId userId,
        Role role,
        @Nullable SiteId siteId,
        @Nullable Login login,
        Set<KeyScope> key) implements Principal {

    public Caller(UserId userId, Role role, @Nullable SiteId siteId, @Nullable Login login) {
        this(userId, role, siteId, login, Set.of());
    }

    public Caller(UserId userId, Role role, @Nullable SiteId siteId) {
        this(userId, role, siteId, null);
    }

    /// The same with a key that is for this.
    public Caller withKey(Set<KeyScope> scopes) {
        return new Caller(userId, role, siteId, login, Set.copyOf(scopes));
    }

    /// How a caller came in.
    ///
    /// @param session names what can be ended
    /// @param at when the caller last proved who it is (`auth_time`)
    /// @param issued when the token was given
    /// @param expires when the token ends
    public record Login(SessionId session, Instant at, Instant issued, Instant expires) {

        private static final Duration RECENT = Duration.ofMinutes(10);

        boolean isRecent() {
            return !at.isBefore(issued.minus(RECENT));
        }
    }

    /// Says that an endpoint method asks for a caller who proved who it is within ten minutes before its
    /// token was given (RFC 9470).
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Recent {}

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

    /// How far this caller may do something.
    public Scope scope(Action action) {
        Scope scope = Permissions.scope(isAnonymous() ? null : role, action);
        boolean outside = scope == Scope.PROVIDER && siteId != null;
        boolean keyless = role == Role.PARTNER
                && Permissions.keyScope(action)
                        .filter(needed -> !key.contains(needed))
                        .isPresent();
        return outside || keyless ? Scope.NONE : scope;
    }

    /// Whether this caller may do something at all.
    public boolean may(Action action) {
        return scope(action) != Scope.NONE;
    }

    /// Whether this caller may do something to what belongs to a site.
    public boolean may(Action action, SiteId site) {
        return reaches(scope(action), site, false);
    }

    /// Whether this caller may do something to what belongs to a site and was made by somebody.
    ///
    /// @param owner null if it was made without an account: then it is as good as one's own
    public boolean may(Action action, SiteId site, @Nullable UserId owner) {
        return reaches(scope(action), site, owner == null || owner.equals(userId));
    }

    private boolean reaches(Scope scope, SiteId site, boolean own) {
        return switch (scope) {
            case NONE, PROVIDER -> false;
            case OWN -> own && (role != Role.PARTNER || siteId == null || siteId.equals(site));
            case SITE -> siteId == null ? role != Role.KIOSK : siteId.equals(site);
            case ANY -> true;
        };
    }

    @Override
    public String getName() {
        return userId.value();
    }
}
