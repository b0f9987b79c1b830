package dev.keyrack.contract.factor;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Proves once more who one is, while signed in.
///
/// @param code of the second factor, or a recovery code, where the account has one
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProveAgain(String password, @Nullable String code) {

    /// Does not show the password.
    @Override
    public String toString() {
        return "ProveAgain[]";
    }
}
