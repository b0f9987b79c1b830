package dev.keyrack.contract.identity;

/// Chooses a password by a code that came by mail: after one was forgotten, or with an invitation.
///
/// @param password 8 to 200 characters
public record SetPassword(String code, String password) {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;

    /// @throws IllegalArgumentException if the password is too short or too long
    public SetPassword {
        requireLength(password);
    }

    static void requireLength(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new IllegalArgumentException("expected a password of 8 to 200 characters");
        }
    }

    /// Does not show code and password.
    @Override
    public String toString() {
        return "SetPassword[]";
    }
}
