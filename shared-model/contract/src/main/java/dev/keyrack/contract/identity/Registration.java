package dev.keyrack.contract.identity;

import dev.keyrack.contract.booking.UserDetails;

/// A guest who wants an account.
///
/// @param password 8 to 200 characters
public record Registration(UserDetails userDetails, String password) {

    /// @throws IllegalArgumentException if there is no e-mail address, or the password is too short or too long
    public Registration {
        if (userDetails.email() == null) {
            throw new IllegalArgumentException("expected an email in userDetails");
        }
        SetPassword.requireLength(password);
    }

    /// Does not show the password.
    @Override
    public String toString() {
        return "Registration[]";
    }
}
