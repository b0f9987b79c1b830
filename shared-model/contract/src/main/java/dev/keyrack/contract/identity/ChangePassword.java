package dev.keyrack.contract.identity;

/// Changes one's own password; all other sessions end.
///
/// @param newPassword 8 to 200 characters
public record ChangePassword(String currentPassword, String newPassword) {

    /// @throws IllegalArgumentException if the new password is too short or too long
    public ChangePassword {
        SetPassword.requireLength(newPassword);
    }

    /// Does not show the passwords.
    @Override
    public String toString() {
        return "ChangePassword[]";
    }
}
