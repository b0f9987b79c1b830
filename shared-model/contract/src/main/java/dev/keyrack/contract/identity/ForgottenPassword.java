package dev.keyrack.contract.identity;

/// Asks for a code by mail, with which a new password can be chosen.
///
/// @param name what one signs in with
public record ForgottenPassword(String name) {

    /// Does not show the name.
    @Override
    public String toString() {
        return "ForgottenPassword[]";
    }
}
