package dev.keyrack.contract.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Asks for new tokens. A refresh token is good for one use; whoever lost the answer may ask again within 30 seconds.
///
/// @param device the same as at the sign-in
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefreshSession(String refreshToken, @Nullable String device) {

    /// Does not show the token.
    @Override
    public String toString() {
        return "RefreshSession[]";
    }
}
