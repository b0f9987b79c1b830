package dev.keyrack.contract.identity;

/// Proves who one is.
///
/// @param name the e-mail address of a person, or the identifier of a device
/// @param password the password, or the secret of a device
public record SignIn(String name, String password) {

    /// Does not show the password.
    @Override
    public String toString() {
        return "SignIn[name=" + name + "]";
    }
}
