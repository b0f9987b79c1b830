package dev.keyrack.contract.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.value.SiteId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks for a key.
///
/// @param name whose program it is for
/// @param siteId null for all sites of the provider
/// @param expiresAt at most a year from now
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateApiKey(
        String name, Set<KeyScope> scopes, @Nullable SiteId siteId, Instant expiresAt) {

    private static final int LONGEST_NAME = 80;

    /// @throws IllegalArgumentException if the name is empty or too long, or there is no scope
    public CreateApiKey {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("expected a name of 1 to " + LONGEST_NAME + " characters");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("expected one scope or more");
        }
        scopes = Set.copyOf(scopes);
    }
}
