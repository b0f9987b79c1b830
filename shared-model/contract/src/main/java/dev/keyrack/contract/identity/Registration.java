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
        if (password.length() < 8 || password.length() > 200) {
            throw new IllegalArgumentException("expected a password of 8 to 200 characters");
        }
    }

    /// Does not show the password.
    @Override
    public String toString() {
        return "Registration[]";
    }
}
