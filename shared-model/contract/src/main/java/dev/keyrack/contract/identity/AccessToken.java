package dev.keyrack.contract.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import org.jspecify.annotations.Nullable;

/// A bearer token (RFC 6750).
///
/// @param tokenType always `Bearer`
/// @param expiresIn seconds from now
/// @param refreshToken gives the next tokens, once; null where the one at hand stays good
/// @param siteId where staff or a device belong; null for guests and for those of the whole provider
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessToken(
        String accessToken,
        String tokenType,
        long expiresIn,
        @Nullable String refreshToken,
        UserId userId,
        Role role,
        @Nullable SiteId siteId) {

    /// The same with what gives the next tokens.
    public AccessToken withRefreshToken(@Nullable String next) {
        return new AccessToken(accessToken, tokenType, expiresIn, next, userId, role, siteId);
    }
}
