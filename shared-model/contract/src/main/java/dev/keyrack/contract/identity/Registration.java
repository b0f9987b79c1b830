package dev.keyrack.contract.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.booking.UserDetails;
import org.jspecify.annotations.Nullable;

/// A guest who wants an account.
///
/// @param password 8 to 200 characters
/// @param acceptedTerms the version of the terms and the privacy notice that was shown and accepted; null if none was
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Registration(
        UserDetails userDetails, String password, @Nullable String acceptedTerms) {

    /// @throws IllegalArgumentException if there is no e-mail address, or the password is too short or too long
    @JsonCreator
    public Registration {
        if (userDetails.email() == null) {
            throw new IllegalArgumentException("expected an email in userDetails");
        }
        SetPassword.requireLength(password);
    }

    public Registration(UserDetails userDetails, String password) {
        this(userDetails, password, null);
    }

    /// Does not show the password.
    @Override
    public String toString() {
        return "Registration[]";
    }
}
