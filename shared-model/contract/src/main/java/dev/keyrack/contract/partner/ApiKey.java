package dev.keyrack.contract.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.value.SiteId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The key of a partner's program.
///
/// @param siteId the only site that it reaches; null for all sites of the provider
/// @param lastUsedAt when it last fetched a token, to the minute; null if it never did
/// @param endedAt when somebody ended it; null if nobody did
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiKey(
        ApiKeyId keyId,
        String name,
        Set<KeyScope> scopes,
        @Nullable SiteId siteId,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant endedAt) {}
